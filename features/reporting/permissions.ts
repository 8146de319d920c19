import { definePermissions, type Role } from '#access';

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;
const heads = ['coordinator-section-head', 'coordinator-head'] as const;
const wholeCity = [...coordinators, 'government-office', 'supervision-office', 'leader'] as const;
const inScope = ['filler', 'district-filler', 'district-reviewer', 'department', 'secretary'] as const;
const offices: readonly Role[] = [...wholeCity, ...inScope];

/**
 * Every office sees how far a month has come; the rows follow the scope. The coordinating office
 * assigns; its heads lock, publish and approve what comes after. Who fills, reviews and verifies is said with the reports.
 */
definePermissions([
  { action: 'reporting.view', text: '查看报期进展', roles: offices, within: 'city' },
  { action: 'reporting.rows', text: '查看填报表', roles: wholeCity, within: 'city' },
  { action: 'reporting.rows', roles: inScope, within: 'holders' },
  { action: 'reporting.assign', text: '布置填报、调整时限', roles: coordinators, within: 'city' },
  { action: 'reporting.lock', text: '锁定月份', roles: heads, within: 'city' },
  { action: 'reporting.publish', text: '发布月份', roles: heads, within: 'city' },
  { action: 'reporting.approve', text: '批准补报、更正', roles: heads, within: 'city' },
]);
