import { definePermissions, type Role } from '#access';

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;
const wholeCity: readonly Role[] = [...coordinators, 'government-office', 'supervision-office', 'leader'];
const offices: readonly Role[] = [
  ...wholeCity,
  ...(['filler', 'district-filler', 'district-reviewer', 'department', 'secretary'] as const),
];
const ofTheirOwn: readonly Role[] = ['district-filler', 'department'];

/** Targets and totals are known to every office; the roster's rows follow the scope of the project. */
definePermissions([
  { action: 'target.view', text: '查看年度目标', roles: offices, within: 'city' },
  { action: 'target.export', text: '导出年度目标', roles: offices, within: 'city' },
  { action: 'target.set', text: '下达和调整年度目标', roles: coordinators, within: 'city' },
  { action: 'target.break-down', text: '分解年度目标到月', roles: coordinators, within: 'city' },
  { action: 'target.break-down', roles: ofTheirOwn, within: 'holders' },
  { action: 'target.record', text: '填报指标完成数', roles: coordinators, within: 'city' },
  { action: 'target.record', roles: ofTheirOwn, within: 'holders' },
  { action: 'statistics.view', text: '查看统计数和入统名册', roles: offices, within: 'city' },
  { action: 'statistics.record', text: '录入统计数和入统名册', roles: coordinators, within: 'city' },
]);
