import { definePermissions, type Role } from '#access';

const wholeCity = [
  ...(['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const),
  ...(['government-office', 'supervision-office', 'leader'] as const),
] as const;
const inScope = ['filler', 'district-filler', 'district-reviewer', 'department', 'secretary'] as const;
const offices: readonly Role[] = [...wholeCity, ...inScope];

/** Read wherever the light is read; an override is signed by who answers for the lights, a rating by who inspects them. */
definePermissions([
  { action: 'light-note.view', text: '查看人工定灯和可信度', roles: offices, within: 'city' },
  {
    action: 'light-note.override',
    text: '在计算的灯旁人工定灯',
    roles: ['coordinator-section-head', 'coordinator-head'],
    within: 'city',
  },
  {
    action: 'light-note.rate-confidence',
    text: '评定灯的可信度',
    roles: ['supervision-office'],
    within: 'city',
  },
]);
