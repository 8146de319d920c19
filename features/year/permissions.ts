import { definePermissions, type Role } from '#access';

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;
const heads = ['coordinator-section-head', 'coordinator-head'] as const;
const offices: readonly Role[] = [
  ...coordinators,
  ...(['government-office', 'supervision-office', 'leader'] as const),
  ...(['filler', 'district-filler', 'district-reviewer', 'department', 'secretary'] as const),
];

/**
 * Everybody reads the year's work of what they hold: amounts follow the scope. Districts propose for their own projects,
 * coordinators for all; what binds the whole city is approved by a head.
 */
definePermissions([
  { action: 'plan-window.view', text: '查看中期调整', roles: offices, within: 'city' },
  { action: 'plan-window.open', text: '开放中期调整', roles: coordinators, within: 'city' },
  { action: 'plan-window.propose', text: '申报中期调整', roles: coordinators, within: 'city' },
  { action: 'plan-window.propose', roles: ['district-filler', 'district-reviewer'], within: 'holders' },
  { action: 'plan-window.approve', text: '批准中期调整', roles: heads, within: 'city' },
  { action: 'plan-window.cancel', text: '撤销中期调整', roles: heads, within: 'city' },
  { action: 'carry-over.view', text: '查看年末结转', roles: offices, within: 'city' },
  { action: 'carry-over.decide', text: '确定年末结转意见', roles: coordinators, within: 'city' },
  { action: 'carry-over.approve', text: '批准年末结转', roles: heads, within: 'city' },
  { action: 'structure.view', text: '查看拆分、合并和打捆', roles: offices, within: 'city' },
  { action: 'structure.change', text: '拆分、合并、打捆项目', roles: coordinators, within: 'city' },
  { action: 'plan-check.view', text: '查看、导出计划检查', roles: offices, within: 'city' },
]);
