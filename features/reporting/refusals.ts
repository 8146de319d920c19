import { defineRefusals } from '#kernel/refusal';

/** Those of the engine stand beside its acts; these are the feature's. */
defineRefusals({
  'period.joined': { status: 409, text: '{month}与{with}合并填报，请布置{with}' },
  'period.month_ahead': { status: 422, text: '{month}还没有到，不能布置' },
  'period.locked': { status: 409, text: '{month}已经锁定；补交或改正请申请补报、更正' },
  'period.not_open': { status: 409, text: '{month}还没有开始填报，{opensOn} 起可以填报' },
  'period.steps_differ': { status: 422, text: '各环节须逐一写明截止日：{steps}' },
  'period.days_out_of_order': {
    status: 422,
    text: '各环节的日期先后颠倒，请按开始填报、各环节截止、锁定、发布的次序填写',
  },
  'period.month_not_over': { status: 409, text: '{month}还没有过完，不能锁定' },
  'period.earlier_unlocked': { status: 409, text: '{earlier} 还没有锁定，请先锁定较早的月份' },
  'period.rows_missing': {
    status: 409,
    text: '还有 {missing} 个项目没有核定（其中 {unreported} 个没有报送）。请先办结，或确认后仍然锁定',
  },
  'row.not_owed': { status: 409, text: '该项目{month}不报月报：{reason}' },
  'row.nothing_to_submit': { status: 422, text: '没有草稿也没有数据，无可报送' },
  'row.beyond_filling': { status: 409, text: '该行已报送，现在“{step}”；要改请由审核人退回，或写明更正原因' },
  'row.verified_not_passed': { status: 409, text: '该行已到市级核定，请办理核定' },
  'request.not_found': { status: 404, text: '没有这件补报或更正申请，或者不在您的职责范围内' },
  'request.waiting_already': { status: 409, text: '该项目已有一件补报或更正申请等待批准' },
  'request.changes_nothing': { status: 422, text: '与现在的数据一致，无须更正' },
  'request.decided_already': { status: 409, text: '这件申请已经办理' },
  'request.overtaken': { status: 409, text: '该项目此后又有更正，请退回后按现在的数据重新申请' },
});
