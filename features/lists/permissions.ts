import { definePermissions, type Role } from '#access';

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;
const offices: readonly Role[] = [
  ...coordinators,
  'government-office',
  'supervision-office',
  'leader',
  'filler',
  'district-filler',
  'district-reviewer',
  'department',
  'secretary',
];

/** Who is on which list is known to every office; the coordinator compiles the lists. */
definePermissions([
  { action: 'list.view', text: '查看清单', roles: offices, within: 'city' },
  { action: 'list.export', text: '导出清单', roles: offices, within: 'city' },
  { action: 'list.add', text: '将项目列入清单', roles: coordinators, within: 'city' },
  { action: 'list.remove', text: '将项目移出清单', roles: coordinators, within: 'city' },
]);
