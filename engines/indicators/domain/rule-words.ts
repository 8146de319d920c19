import { lightNames } from '#kernel/light';
import { formulas } from './formula.ts';
import type { Band, Dimension, RuleSet } from './rule-set.ts';

export type FormulaWords = {
  readonly measure: string;
  readonly appliesTo: string;
};

const everyProject = '所有应报月报的项目';

/** The formulas as officials say them. */
export const formulaWords: Readonly<Record<Dimension['formula'], FormulaWords>> = {
  'percent-of-plan': {
    measure: '本年累计完成投资 ÷ 本年累计计划投资，均截至当月',
    appliesTo: everyProject,
  },
  'points-below-plan': {
    measure: '计划进度减去实际进度，均以全年计划为分母',
    appliesTo: everyProject,
  },
  'fen-behind-plan': {
    measure: '本年累计计划减去本年累计完成',
    appliesTo: everyProject,
  },
  'months-past-planned-start': {
    measure: '自计划开工月（含）至当月的月末个数',
    appliesTo: '计划在本年某月开工的新开工项目',
  },
  'months-since-start': {
    measure: '开工月之后到当月的月数',
    appliesTo: '已开工且填报过是否入统的项目',
  },
};

export function ruleLines(dimension: Dimension) {
  const { name, unit, states } = formulas[dimension.formula];
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

export function consecutiveLines(dimension: Dimension): string[] {
  const { states, name, unit } = formulas[dimension.formula];
  const words = (id: string) => {
    const band = dimension.bands.find((one) => one.id === id);
    return band ? `${name} ${rangeOf(band, unit)}` : (states[id] ?? id);
  };
  return (dimension.consecutive ?? []).map((rule) => {
    const year = rule.newYear === 'restart' ? '，跨年重新计' : '，跨年连续计';
    return `连续 ${rule.months} 个月${rule.of.map(words).join('或')}的，亮${lightNames[rule.light]}灯${year}`;
  });
}

/** A whole rule set in sentences, one fact each, so that two can be compared line by line. */
export function ruleSetLines(rules: RuleSet): string[] {
  return [
    `名称：${rules.name}`,
    `依据：${rules.basis}`,
    `自 ${rules.effectiveFrom} 起的评价使用`,
    `评价日：次月 ${rules.evaluationDay} 日`,
    `总灯取各项中最靠前的一种：${rules.order.map((light) => lightNames[light]).join('、')}`,
    ...rules.dimensions.flatMap((dimension) => {
      const { name, basis } = dimension;
      const { measure } = formulaWords[dimension.formula];
      return [
        `${name}：看${formulas[dimension.formula].name}（${measure}）`,
        ...(basis ? [`${name}：依据 ${basis}`] : []),
        ...ruleLines(dimension).map(
          ({ when, light, months }) =>
            `${name}：${when}${months ? `（${months}）` : ''}，${lightNames[light]}灯`,
        ),
        ...consecutiveLines(dimension).map((line) => `${name}：${line}`),
      ];
    }),
  ];
}

/** What a rule can be written with, for a form. */
export function formulaChoices() {
  return Object.values(formulas).map(({ id, name, unit, states, alwaysApplies }) => ({
    ...{ id, name, unit, alwaysApplies, ...formulaWords[id] },
    states: Object.entries(states).map(([state, words]) => ({ state, words })),
  }));
}
