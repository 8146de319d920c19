import { defineRefusals } from '#kernel/refusal';

defineRefusals({
  'report.not_owed': { status: 409, text: '{month}该项目不报月报：{reason}' },
  'report.month_ahead': { status: 422, text: '{month}还没有到，不能填报。请选择本月或以前的月份' },
  'report.joined': { status: 409, text: '{month}与{with}合并填报，请在{with}填报累计数' },
  'report.nothing_to_verify': { status: 409, text: '{month}还没有填报，无可核定或退回' },
  'report.changed_since': {
    status: 409,
    text: '该月填报已更正为第 {number} 次，您看到的是第 {seen} 次。请核对新的数据后再办理',
  },
  'report.difference_unexplained': { status: 422, text: '核定值与填报值不一致，请写明原因' },
  'plan.stale': {
    status: 409,
    text: '计划已被调整为第 {number} 版，您看到的是第 {seen} 版。请对照后再保存',
  },
  'plan.month_negative': { status: 422, text: '{months} 的计划为负数，请改正' },
  'evaluation.not_found': { status: 404, text: '没有这次评价，或者其数值不在您的职责范围内' },
  'lights.day_ahead': { status: 422, text: '评价日 {asOf} 还没有到，请选择今天或以前的日期' },
});
