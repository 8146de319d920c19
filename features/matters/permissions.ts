import { definePermissions } from '#access';

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;
const offices = [...coordinators, 'government-office', 'supervision-office'] as const;
const wholeCity = [...offices, 'leader'] as const;
const inScope = ['filler', 'district-filler', 'district-reviewer', 'department', 'secretary'] as const;

/**
 * Who may do so at all; which action of a matter is whose move is said by the seats of its kind. Held is a matter by
 * whoever has or had a seat in it, its districts, and, to be seen, by whoever sees its project. Leaders read and answer
 * what was forwarded to them; administrators and guests see no matter.
 */
definePermissions([
  { action: 'matter.view', text: '查看事项', roles: wholeCity, within: 'city' },
  { action: 'matter.view', text: '查看事项', roles: inScope, within: 'holders' },
  { action: 'matter.view', text: '查看事项', roles: inScope, within: 'own' },
  { action: 'matter.open', text: '提出事项', roles: offices, within: 'city' },
  { action: 'matter.open', text: '提出事项', roles: inScope, within: 'holders' },
  { action: 'matter.act', text: '办理事项', roles: offices, within: 'city' },
  { action: 'matter.act', text: '办理事项', roles: inScope, within: 'holders' },
  { action: 'matter.act', text: '办理事项', roles: inScope, within: 'own' },
  { action: 'matter.remark', text: '对事项写意见', roles: offices, within: 'city' },
  { action: 'matter.remark', text: '对事项写意见', roles: inScope, within: 'holders' },
  { action: 'matter.remark', text: '对事项写意见', roles: inScope, within: 'own' },
  { action: 'matter.attach', text: '给事项附文件', roles: offices, within: 'city' },
  { action: 'matter.attach', text: '给事项附文件', roles: inScope, within: 'holders' },
  { action: 'matter.attach', text: '给事项附文件', roles: inScope, within: 'own' },
  { action: 'matter.link', text: '关联事项', roles: offices, within: 'city' },
  { action: 'matter.link', text: '关联事项', roles: inScope, within: 'holders' },
  { action: 'matter.pause', text: '批准暂停计时', roles: offices, within: 'city' },
  { action: 'matter.resume', text: '恢复计时', roles: offices, within: 'city' },
  { action: 'matter.resume', text: '恢复计时', roles: inScope, within: 'holders' },
  {
    action: 'matter.steer',
    text: '改定牵头和配合单位、协调层级，拆分、合并事项',
    roles: offices,
    within: 'city',
  },
  { action: 'matter.reveal', text: '显示事项中的个人信息', roles: offices, within: 'city' },
  {
    action: 'matter.reveal',
    text: '显示事项中的个人信息',
    roles: ['district-filler', 'district-reviewer', 'department'],
    within: 'holders',
  },
  { action: 'matter.export', text: '导出事项清单', roles: wholeCity, within: 'city' },
  { action: 'matter.export', text: '导出事项清单', roles: inScope, within: 'holders' },
  { action: 'matter.view-statistics', text: '查看办理统计', roles: wholeCity, within: 'city' },
  {
    action: 'matter.view-statistics',
    text: '查看办理统计',
    roles: ['district-filler', 'district-reviewer', 'department'],
    within: 'holders',
  },
  { action: 'leader-request.view', text: '查看请示', roles: wholeCity, within: 'city' },
  { action: 'leader-request.decide', text: '转呈请示', roles: ['government-office'], within: 'city' },
  {
    action: 'leader-request.answer',
    text: '登记领导的决定意见',
    roles: ['government-office', 'leader'],
    within: 'city',
  },
  { action: 'clock.view', text: '查看不计入时限的期间', roles: [...wholeCity, ...inScope], within: 'city' },
  {
    action: 'clock.exclude',
    text: '宣布期间不计入时限',
    roles: ['coordinator-section-head', 'coordinator-head'],
    within: 'city',
  },
]);
