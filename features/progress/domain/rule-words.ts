import type { RuleSet } from '#engines/indicators';

type Dimension = RuleSet['dimensions'][number];
type Band = Dimension['bands'][number];

export type FormulaWords = {
  readonly name: string;
  readonly unit: string;
  readonly measure: string;
  readonly appliesTo: string;
  readonly states: Readonly<Record<string, string>>;
};

const everyProject = '所有应报月报的项目';
const missing = '本月未填报或未填本年累计完成';

/** The formulas as officials say them. */
export const formulaWords: Readonly<Record<Dimension['formula'], FormulaWords>> = {
  'percent-of-plan': {
    name: '完成率',
    unit: '%',
    measure: '本年累计完成投资 ÷ 本年累计计划投资，均截至当月',
    appliesTo: everyProject,
    states: { 'not-reported': missing, 'no-plan': '累计计划为零或没有计划' },
  },
  'points-below-plan': {
    name: '低于计划进度',
    unit: '个百分点',
    measure: '计划进度减去实际进度，均以全年计划为分母',
    appliesTo: everyProject,
    states: { 'not-reported': missing, 'no-plan': '全年计划为零或没有计划' },
  },
  'fen-behind-plan': {
    name: '欠计划',
    unit: '元',
    measure: '本年累计计划减去本年累计完成',
    appliesTo: everyProject,
    states: { 'not-reported': missing, 'no-plan': '累计计划为零或没有计划' },
  },
  'months-past-planned-start': {
    name: '应开工月数',
    unit: '个月',
    measure: '自计划开工月（含）至当月的月末个数',
    appliesTo: '计划在本年某月开工的新开工项目',
    states: { started: '已开工' },
  },
  'months-since-start': {
    name: '开工后月数',
    unit: '个月',
    measure: '开工月之后到当月的月数',
    appliesTo: '已开工且填报过是否入统的项目',
    states: { entered: '已入统' },
  },
};

export function ruleLines(dimension: Dimension) {
  const { name, unit, states } = formulaWords[dimension.formula];
  const inMonths = ({ months }: { months?: readonly number[] }) =>
    months ? months.map((month) => `${month}月`).join('、') : null;
  return [
    ...dimension.states.map((rule) => ({
      when: states[rule.state] ?? rule.state,
      light: rule.light,
      months: inMonths(rule),
    })),
    ...dimension.bands.map((band) => ({
      when: `${name} ${rangeOf(band, unit)}`.trim(),
      light: band.light,
      months: inMonths(band),
    })),
  ];
}

function rangeOf({ from, above, to, below }: Band, unit: string): string {
  const suffix = unit === '%' ? '%' : ` ${unit}`;
  if (from !== undefined && from === to) return `＝ ${from}${suffix}`;
  const parts = [
    from === undefined ? '' : `≥ ${from}${suffix}`,
    above === undefined ? '' : `＞ ${above}${suffix}`,
    to === undefined ? '' : `≤ ${to}${suffix}`,
    below === undefined ? '' : `＜ ${below}${suffix}`,
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' 且 ') : '为任何值';
}

export function consecutiveLines(
  dimension: Dimension,
  lightName: (light: Band['light']) => string,
): string[] {
  const { states, name, unit } = formulaWords[dimension.formula];
  const words = (id: string) => {
    const band = dimension.bands.find((one) => one.id === id);
    return band ? `${name} ${rangeOf(band, unit)}` : (states[id] ?? id);
  };
  return (dimension.consecutive ?? []).map((rule) => {
    const year = rule.newYear === 'restart' ? '，跨年重新计' : '，跨年连续计';
    return `连续 ${rule.months} 个月${rule.of.map(words).join('或')}的，亮${lightName(rule.light)}灯${year}`;
  });
}
