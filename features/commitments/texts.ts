export const verdictNames = { kept: '按约履行', 'at-risk': '有违约风险', breached: '违约' } as const;

export const viewNames = {
  open: '未了结',
  'check-late': '核查逾期',
  'at-risk': '有违约风险',
  breached: '违约待纠正',
  'due-late': '超过兑现期限',
  closed: '已了结',
} as const;

export const columnTitles = {
  number: '编号',
  title: '承诺',
  content: '承诺内容',
  counterpart: '承诺对象',
  category: '类别',
  document: '依据的文件或合同',
  promisedOn: '承诺日期',
  dueOn: '兑现期限',
  amount: '金额（万元）',
  lead: '责任单位',
  state: '环节',
  reported: '单位报告',
  verdict: '最近核查结论',
  checkedOn: '最近核查',
  nextCheckOn: '下次核查',
  rectification: '违约整改',
} as const;

/** What these screens say. */
export const texts = {
  commitments: '政府承诺',
  checkRule: (months: number, basis: string) =>
    `由市发展改革委、督考办至少每 ${months} 个月核查一次（${basis}）；核查结论与单位自己的报告分列`,
  open: '登记承诺',
  export: '导出',
  view: '情况',
  any: '全部',
  words: '编号、标题或承诺对象',
  none: '没有这种情况的政府承诺。',
  noneRemedy: '可换一种情况查看；新的承诺由市发展改革委、市政府办公室、督考办、所在地区登记。',
  check: '核查',
  checkOf: (number: string) => `核查政府承诺 ${number}`,
  save: '保存核查结论',
  verdict: '核查结论',
  note: '核查情况',
  noteHint: '写明看了什么、凭什么判断',
  evidence: '佐证材料',
  requirement: '整改要求',
  dueOn: '整改期限',
  dueHint: '不填的，按整改的一般时限计时',
  late: '逾期',
  notYet: '还没有核查',
  noReport: '单位没有报告',
  history: (count: number) => `历次核查 ${count} 次`,
  file: (name: string) => `已附 ${name}`,
} as const;
