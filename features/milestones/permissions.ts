import { definePermissions, type Role } from '#access';

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;
const wholeCity: readonly Role[] = [...coordinators, 'government-office', 'supervision-office', 'leader'];
const inScope: readonly Role[] = [
  'filler',
  'district-filler',
  'district-reviewer',
  'department',
  'secretary',
];
const offices = [...wholeCity, ...inScope];

/** Lists hold the reader's own projects only. A service secretary writes down what she accompanies. */
definePermissions([
  { action: 'milestone.view', text: '查看前期项目手续', roles: offices, within: 'city' },
  { action: 'milestone.export', text: '导出前期项目手续', roles: offices, within: 'city' },
  { action: 'milestone.view-project', text: '查看项目手续计划', roles: wholeCity, within: 'city' },
  { action: 'milestone.view-project', roles: inScope, within: 'holders' },
  { action: 'milestone.edit', text: '排定和登记项目手续', roles: coordinators, within: 'city' },
  { action: 'milestone.edit', roles: ['district-filler', 'filler', 'secretary'], within: 'holders' },
]);
