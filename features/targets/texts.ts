import type { Unreconciled } from './contract.ts';

const what: Readonly<Record<Unreconciled['what'], string>> = {
  districts: '各地区之和与全市不等',
  'districts-month': '当月各地区之和与全市不等',
  departments: '各部门之和与全市不等',
  months: '各月之和与全年不等',
  bases: '各地区上年基数之和与全市不等',
  'not-broken-down': '尚未分解到地区',
  'missing-district': '没有下达目标',
  'no-months': '尚未分解到月',
  'no-base': '缺上年基数，不能核对',
};

const ofGrowth: Partial<Record<Unreconciled['what'], string>> = {
  districts: '按上年基数加权，各地区合起来的增速与全市不等',
  months: '12月累计增速与全年不等',
};

/** What does not add up, in words. */
export function reconcileText(
  row: Pick<Unreconciled, 'what' | 'month'> & { readonly indicator?: { readonly kind: string } | string },
): string {
  const growth = typeof row.indicator === 'object' && row.indicator.kind === 'growth';
  const said = (growth ? ofGrowth[row.what] : undefined) ?? what[row.what];
  return row.month === null ? said : `${row.month}月：${said}`;
}

/** What these screens say. */
export const texts = {
  targets: '年度目标',
  achievement: '目标完成情况',
  breakDown: '目标分解',
  unreconciled: '对不上的',
  history: '版本',
  party: '单位',
  year: '年度',
  month: '月份',
  indicator: '指标',
  yearTarget: '全年目标',
  toMonth: '应完成',
  actual: '累计完成',
  ofTarget: '占全年',
  ahead: '比应完成',
  source: '来源',
  basis: '依据',
  base: '上年基数',
  baseUnit: '上年基数（亿元）',
  sumOfMonths: '各月合计',
  december: '12月累计',
  gap: '差',
  whole: '整体',
  parts: '合计',
  difference: '差额',
  reason: '原因',
  approver: '批准人或批准文件',
  save: '保存',
  discard: '放弃修改',
  changed: (count: number) => `已改 ${count} 个单位，尚未保存`,
  saved: (count: number) => `已保存 ${count} 个单位的目标`,
  nothingChanged: '没有改动',
  firstTime: '首次下达，不用填写原因和批准人。',
  sumRow: '各地区合计',
  differenceRow: '全市减各地区',
  addDepartment: '加一个部门',
  monthsOnly: '全年目标由市发展改革委下达，您可以分解到月。',
  readOnly: '您可以查看，不能修改。',
  unfold: '各月',
  keys: '方向键、回车在格间移动；可从表格整块粘贴；空格表示没有目标。',
  growthMonths: '增速按累计数填写：某月一格是到该月的累计增速，12月应等于全年。',
  agrees: '都对得上。',
  agreesRemedy: '全市等于各地区之和，全年等于各月之和。',
  atLeast: (value: string, basis: string) => `文件要求不低于 ${value}%（${basis}）`,
  basedOn: (basis: string) => `依据：${basis}`,
  below: (value: string) => `低于文件要求的 ${value}%`,
  export: '导出',
  record: '填报',
  recordTitle: '填报累计完成数',
  value: '累计完成数',
  statedOn: '来源日期',
  sourceHint: '如：统计月报第5期、部门来函文号',
  noTarget: '还没有目标',
  noTargetRemedy: '在“目标分解”里下达。',
  othersWithheld: '其他地区、部门的投资额不在您的范围时显示为“—”。',
  typeTarget: '在上表填写后保存，这里列出对不上的地方。',
  earlier: (month: string) => `${month} 的数`,
  reconcileGrowth: '增速要有各地区和全市的上年基数才能核对。',
} as const;

export const statisticsTexts = {
  statistics: '调度数与统计数',
  comparison: '并列对照',
  totals: '录入统计数',
  roster: '入统名册',
  reported: '调度数',
  published: '统计数',
  difference: '调度数减统计数',
  note: '两个数口径不同、来源不同，分别列出，不要求一致。统计部门只提供分地区总数和入统名册，这里不保存任何一个项目的统计报表。',
  reportedCaliber: '调度数口径',
  statisticsCaliber: '统计数口径',
  noReported: '没有对应的调度数',
  none: '这个月还没有录入统计数。',
  noneRemedy: '在“录入统计数”里录入。',
  noIndicators: '市包里没有取统计数的指标。',
  fileHint: '表头：地区、月份、指标、累计数。XLSX、XLS 或 CSV；累计数用指标自己的单位。',
  rosterHint: '表头：项目、入统日期。项目写代码、编号或全称。',
  choose: '选择文件',
  paste: '或从表格里复制后粘贴到这里（连同表头）',
  readPasted: '读取',
  rowsRead: (rows: number, findings: number) =>
    findings === 0
      ? `读到 ${rows} 行，可以写入。`
      : `读到 ${rows} 行，另有 ${findings} 处要改；有错的行不写入。`,
  again: '重新选择',
  write: '写入',
  written: (count: number) => `已写入 ${count} 条；与已录入的相同的不重复写。`,
  byHand: '逐个填写',
  fromTable: '从表格录入',
  views: {
    entered: '已入统',
    'only-roster': '名册有、月报未报',
    'only-reports': '月报报已入统、名册没有',
    all: '全部',
  },
  onRoster: '名册',
  since: '入统日期',
  saysReport: '月报所报',
  yes: '已入统',
  no: '未入统',
  unsaid: '未说明',
  noRows: '没有这种情况的项目。',
  findings: '要改的地方',
} as const;
