import type { Quantity } from './domain/amounts.ts';
import type { YearDecision } from './domain/carry-over.ts';
import type { FindingKind } from './domain/plan-check.ts';

export const decisionNames: Readonly<Record<YearDecision, string>> = {
  continue: '结转续建',
  complete: '竣工',
  prepare: '转前期',
  quit: '退出',
};

export const findingNames: Readonly<Record<FindingKind, string>> = {
  'winter-start': '冬季开工',
  heaped: '年末集中',
  'zero-months': '空月',
  'above-remaining': '超过剩余投资',
  'not-summing': '各月不等于全年',
};

export const structureNames = { split: '拆分', merge: '合并', bundle: '打捆' } as const;

export const windowStates = {
  coming: '未开始',
  open: '申报中',
  closed: '已截止，待批准',
  approved: '已批准',
  cancelled: '已撤销',
} as const;

export function quantityName(quantity: Quantity): string {
  if (quantity.startsWith('month-')) return `${quantity.slice(6)}月计划`;
  return { total: '总投资', doneBefore: '以前年度完成', planYear: '年度计划', reported: '本年已完成' }[
    quantity as 'total' | 'doneBefore' | 'planYear' | 'reported'
  ];
}

/** What screens and workbooks say. */
export const texts = {
  year: '年度工作',
  yearNote: '年中调整计划、年末结转、拆分合并打捆和计划检查。',
  ofYear: '年度',
  windows: '中期调整',
  carryOver: '年末结转',
  structures: '拆分、合并、打捆',
  planCheck: '计划检查',
  number: '编号',
  project: '项目',
  district: '地区',
  allDistricts: '全部地区',
  category: '类别',
  stage: '阶段',
  total: '总投资',
  doneBefore: '以前年度完成',
  doneYear: '本年完成（核定）',
  nextDoneBefore: '次年“以前年度完成”',
  proposal: '建议',
  because: '建议依据',
  decision: '意见',
  reason: '理由',
  approver: '批准人',
  state: '办理情况',
  approved: '已批准',
  pending: '未批准',
  finding: '检查项',
  values: '数值',
  rule: '规则',
  basis: '依据',
  openingReason: (year: number) => `${year}年年末结转`,
  splitInto: (names: readonly string[]) => `已拆分为${names.join('、')}`,
  mergedInto: (name: string) => `已合并入${name}`,
  bundledInto: (name: string) => `已打捆，由上级项目${name}填报计数`,
  bundleOf: '打捆的上级项目，由子项目分别填报计数',
  openingReport: (kind: string, names: readonly string[]) => `${kind}时的已完成数（${names.join('、')}）`,
} as const;
