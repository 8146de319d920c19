import { definePermissions, type Role } from '#access';

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;
const wholeCity = [...coordinators, 'government-office', 'supervision-office', 'leader'] as const;
const inScope = ['filler', 'district-filler', 'district-reviewer', 'department', 'secretary'] as const;
const readers: readonly Role[] = [...wholeCity, ...inScope, 'system-admin', 'security-admin'];

/**
 * The directory of offices is read by every office, and by the administrators who open accounts and give roles.
 * Telephone numbers follow the scope.
 */
definePermissions([
  { action: 'organisation.view', text: '查看单位和人员', roles: readers, within: 'city' },
  {
    action: 'organisation.edit',
    text: '修改单位名录',
    roles: [...coordinators, 'system-admin'],
    within: 'city',
  },
  { action: 'person.edit', text: '登记岗位、人员和任免', roles: coordinators, within: 'city' },
  { action: 'person.edit', text: '登记岗位、人员和任免', roles: ['district-reviewer'], within: 'holders' },
  { action: 'person.reveal-phone', text: '显示人员电话', roles: wholeCity, within: 'city' },
  { action: 'person.reveal-phone', text: '显示人员电话', roles: inScope, within: 'holders' },
]);
