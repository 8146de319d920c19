import { defineRefusals } from '#kernel/refusal';

defineRefusals({
  'target.no_party': { status: 422, text: '没有这个单位，或它不能有这类目标' },
  'target.year_not_yours': {
    status: 403,
    text: '{party}的全年目标由市发展改革委下达，您只能分解到月。分解后各月之和须等于全年目标',
  },
  'statistics.no_header': {
    status: 422,
    text: '表格第一行没有找到列“{columns}”。请按页面上的列名填写表头后重新选择文件',
  },
  'statistics.roster_day_wrong': { status: 422, text: '入统日期{enteredOn}在今天之后' },
});
