import { defineRefusals } from '#kernel/refusal';

defineRefusals({
  'policy_document.unknown': {
    status: 404,
    text: '没有找到这份政策文件，可能已不再处理。请回到政策文件列表',
  },
  'policy_document.no_measures': {
    status: 422,
    text: '在“{name}”中没有读出措施。请确认交来的是分条列项的政策文件正文，不是目录、解读或表格',
  },
  'policy_document.known': {
    status: 409,
    text: '“{title}”已经交来过（{by}，{day}）。请打开原来那份继续审核；确要重来的，先在那里注明不再处理',
  },
  'policy_document.not_open': { status: 409, text: '这份文件已印发或不再处理，不能再改审核稿' },
  'policy_document.not_in_review': { status: 409, text: '这份文件不在审核阶段，不能再次送征求意见' },
  'policy_document.not_consulting': {
    status: 409,
    text: '这份文件不在征求意见阶段，请刷新后查看现在到哪一步',
  },
  'policy_document.faults': {
    status: 422,
    text: '还有{count}处要先处理：{first}。请回到审核页，按“先要处理”逐条办理',
  },
  'policy_document.no_such_unit': { status: 422, text: '措施{no}对应的单位不在本市单位名录中，请重新选定' },
  'policy_document.same_key': { status: 422, text: '审核稿中有两条措施的内部编号相同，请刷新后重试' },
  'policy_document.consultation_over': {
    status: 409,
    text: '征求意见已于{until}截止，请直接与市发展改革委联系',
  },
  'policy_document.not_in_sheet': { status: 403, text: '本单位不在这份任务分解表中，不需要答复' },
  'policy_document.objection_empty': { status: 422, text: '有异议的，请写明对哪条、有什么异议、建议怎样改' },
  'policy_document.no_such_measure': { status: 422, text: '任务分解表中没有这条措施，请刷新后重新选择' },
  'policy_document.no_such_response': { status: 404, text: '没有找到这条意见，请刷新后重试' },
  'policy_document.answered': { status: 409, text: '这条意见已由{by}答复' },
  'policy_document.objections_open': { status: 409, text: '还有{count}条异议没有答复，请先逐条答复再印发' },
  'policy_document.consultation_runs': {
    status: 409,
    text: '征求意见到{until}截止，还有{count}个单位没有表示意见。请等到截止，或等各单位都答复后印发',
  },
  'policy_document.not_yet': { status: 409, text: '任务分解表还没有印发，印发后才有这份材料' },
  'policy_document.not_published': { status: 409, text: '这份文件没有公开，不需要撤下' },
  'policy_document.secret': { status: 422, text: '将要公开的内容带有国家秘密标志，不能公开' },
  'measure.unknown': { status: 404, text: '没有找到这条措施，请回到政策文件重新打开' },
  'measure.no_such_target': { status: 422, text: '第{target}个目标不是这条措施要报数的量化目标' },
  'measure.figure_in_future': { status: 422, text: '数据日期{day}在今天之后，请填写已有数据的日期' },
  'measure.no_such_choice': { status: 422, text: '请在所列的{field}中选择' },
  'measure.no_such_file': { status: 422, text: '没有找到佐证材料，请重新上传后再提交' },
});
