import { definePermissions, type Role } from '#access';

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;
const wholeCity = [...coordinators, 'government-office', 'supervision-office', 'leader'] as const;
const inScope = ['filler', 'district-filler', 'district-reviewer', 'department', 'secretary'] as const;
const offices: readonly Role[] = [...wholeCity, ...inScope];

/**
 * Every office sees which light a project has; the figures behind it follow the scope. Fillers report, districts
 * and departments review theirs, the coordinating office files for anybody, verifies, approves plans and evaluates. Administrators and guests have
 * no part in it.
 */
definePermissions([
  { action: 'report.view', text: '查看项目逐月计划和月报', roles: offices, within: 'city' },
  {
    action: 'report.fill',
    text: '报送、更正月报',
    roles: ['filler', 'district-filler'],
    within: 'holders',
  },
  { action: 'report.fill', roles: coordinators, within: 'city' },
  { action: 'report.review', text: '审核、退回月报', roles: coordinators, within: 'city' },
  { action: 'report.review', roles: ['district-reviewer', 'department'], within: 'holders' },
  { action: 'report.verify', text: '核定月报', roles: coordinators, within: 'city' },
  { action: 'plan.save', text: '批准、调整年度计划', roles: coordinators, within: 'city' },
  { action: 'lights.view', text: '查看亮灯情况和规则', roles: offices, within: 'city' },
  { action: 'lights.why', text: '查看亮灯缘由并重算', roles: wholeCity, within: 'city' },
  { action: 'lights.why', roles: inScope, within: 'holders' },
  { action: 'lights.evaluate', text: '评价亮灯', roles: coordinators, within: 'city' },
]);
