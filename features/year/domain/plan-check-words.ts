import type { PlanCheckRules } from './plan-check.ts';

type RuleLine = { readonly rule: string; readonly basis: string | null };

/** What is checked, and on which basis; what the city states no rule for is said, too. */
export function rulesInWords({ winterStop, heaps, zeroMonths }: PlanCheckRules): RuleLine[] {
  return [
    winterStop
      ? { rule: `冬季停工期：${winterStop.from} 至 ${winterStop.to}`, basis: winterStop.basis }
      : { rule: '本市没有规定冬季停工期，不检查冬季开工', basis: null },
    ...heaps.map(({ from, to, percent, basis }) => ({
      rule: `${from === to ? `${from}月` : `${from}至${to}月`}计划超过各月合计的 ${percent}%`,
      basis,
    })),
    ...(zeroMonths ? [{ rule: `连续 ${zeroMonths.inARow} 个月以上没有计划`, basis: zeroMonths.basis }] : []),
    { rule: '年度计划超过剩余投资；各月计划之和不等于年度计划', basis: '算术关系' },
  ];
}
