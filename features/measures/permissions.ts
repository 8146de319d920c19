import { definePermissions } from '#access';

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;
const wholeCity = [...coordinators, 'government-office', 'supervision-office', 'leader'] as const;
const units = ['district-filler', 'district-reviewer', 'department'] as const;

/** Coordinators review, the supervision office checks, units answer and report for their own measures, leaders read. */
definePermissions([
  { action: 'policy-document.view', text: '查看政策文件', roles: wholeCity, within: 'city' },
  { action: 'policy-document.view', text: '查看政策文件', roles: units, within: 'holders' },
  { action: 'policy-document.upload', text: '交来政策文件', roles: coordinators, within: 'city' },
  {
    action: 'policy-document.review',
    text: '审核、征求意见、印发政策文件',
    roles: coordinators,
    within: 'city',
  },
  { action: 'policy-document.respond', text: '对任务分解表表示意见', roles: units, within: 'holders' },
  {
    action: 'policy-document.export',
    text: '导出任务分解表、落实情况报告',
    roles: wholeCity,
    within: 'city',
  },
  { action: 'policy-document.export', text: '导出任务分解表、落实情况报告', roles: units, within: 'holders' },
  {
    action: 'policy-document.publish',
    text: '登记保密审查、公开政策文件',
    roles: ['coordinator-section-head', 'coordinator-head', 'government-office'],
    within: 'city',
  },
  { action: 'measure.view', text: '查看政策措施', roles: wholeCity, within: 'city' },
  { action: 'measure.view', text: '查看政策措施', roles: units, within: 'holders' },
  { action: 'measure.report', text: '报告政策措施进展', roles: units, within: 'holders' },
  {
    action: 'measure.check',
    text: '核查政策措施',
    roles: ['supervision-office', ...coordinators],
    within: 'city',
  },
]);
