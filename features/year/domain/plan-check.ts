import { type Fen, formatMoney } from '#kernel/money';
import { firstDayOf, isMonth, lastDayOf } from '#kernel/month';
import { addDays, isPlainDate, type PlainDate } from '#kernel/plain-date';
import { compare, rational, toDecimalText } from '#kernel/rational';

/** Days of the year, `MM-DD`; a stop that begins late in the year ends in the next one. */
type WinterStop = { readonly from: string; readonly to: string; readonly basis: string };

/** The months from..to hold more than `percent` of the year's plan. */
type HeapRule = {
  readonly from: number;
  readonly to: number;
  readonly percent: number;
  readonly basis: string;
};

export type PlanCheckRules = {
  /** Null: the city states none, and no start is flagged. */
  readonly winterStop: WinterStop | null;
  readonly heaps: readonly HeapRule[];
  /** That many months in a row without any plan, outside the winter stop; null: not checked. */
  readonly zeroMonths: { readonly inARow: number; readonly basis: string } | null;
};

export type FindingKind = 'winter-start' | 'heaped' | 'zero-months' | 'above-remaining' | 'not-summing';

/** One remark on a plan: what it says, by which rule, on which basis. */
type Finding = {
  readonly kind: FindingKind;
  readonly values: string;
  readonly rule: string;
  readonly basis: string;
};

export type CheckedPlan = {
  readonly category: string | null;
  /** A day, a month or a year. */
  readonly plannedStart: string | null;
  readonly totalFen: Fen | null;
  readonly doneBeforeFen: Fen | null;
  /** Null: there is no plan of the year. */
  readonly plan: { readonly monthsFen: readonly (Fen | null)[]; readonly totalFen: Fen | null } | null;
  readonly year: number;
};

const arithmetic = '算术关系';

/** Remarks on one project's plan; none of them forbids anything. */
export function checkPlan(about: CheckedPlan, rules: PlanCheckRules): Finding[] {
  const found = [winterStart(about, rules.winterStop)];
  const { plan } = about;
  if (plan) {
    const planned = plan.monthsFen.some((fen) => fen !== null && fen !== 0n);
    if (planned) {
      found.push(...rules.heaps.map((rule) => heaped(plan.monthsFen, rule)));
      found.push(zeroMonths(about, plan.monthsFen, rules));
      found.push(notSumming(plan));
    }
    found.push(aboveRemaining(about, plan.totalFen ?? sum(plan.monthsFen)));
  }
  return found.filter((one) => one !== undefined);
}

function winterStart(
  { category, plannedStart, year }: CheckedPlan,
  stop: WinterStop | null,
): Finding | undefined {
  if (!stop || category !== '新开工' || plannedStart === null) return undefined;
  if (Number(plannedStart.slice(0, 4)) !== year || !liesInStop(plannedStart, stop)) return undefined;
  return {
    kind: 'winter-start',
    values: `计划开工 ${plannedStart}`,
    rule: `计划开工不宜在冬季停工期（${dayText(stop.from)}至${stop.from > stop.to ? '次年' : ''}${dayText(stop.to)}）内`,
    basis: stop.basis,
  };
}

/** A day in the stop, or a month that lies in it with all its days; a year alone says too little. */
export function liesInStop(partial: string, { from, to }: WinterStop): boolean {
  const inside = (day: PlainDate) => {
    const at = day.slice(5);
    return from <= to ? at >= from && at <= to : at >= from || at <= to;
  };
  if (isPlainDate(partial)) return inside(partial);
  if (!isMonth(partial)) return false;
  const last = lastDayOf(partial);
  for (let day = firstDayOf(partial); day <= last; day = addDays(day, 1)) if (!inside(day)) return false;
  return true;
}

function heaped(monthsFen: readonly (Fen | null)[], rule: HeapRule): Finding | undefined {
  const yearFen = sum(monthsFen);
  const heapFen = sum(monthsFen.slice(rule.from - 1, rule.to));
  if (yearFen <= 0n) return undefined;
  const share = rational(heapFen * 100n, yearFen);
  if (compare(share, rational(rule.percent)) <= 0) return undefined;
  const span = rule.from === rule.to ? `${rule.from}月` : `${rule.from}至${rule.to}月`;
  return {
    kind: 'heaped',
    values: `${span}计划 ${wan(heapFen)}，占各月合计的 ${toDecimalText(share, 1)}%`,
    rule: `${span}计划占全年超过 ${rule.percent}%，提示年末集中`,
    basis: rule.basis,
  };
}

/** Of a project to start this year only the months from its start on; months wholly in the winter stop are no gap. */
function zeroMonths(
  { category, plannedStart, year }: CheckedPlan,
  monthsFen: readonly (Fen | null)[],
  { zeroMonths: rule, winterStop }: PlanCheckRules,
): Finding | undefined {
  if (!rule || category === '前期') return undefined;
  const startMonth = plannedStart?.slice(0, 7);
  const first = category === '新开工' && startMonth?.startsWith(`${year}-`) ? Number(startMonth.slice(5)) : 1;
  let run: number[] = [];
  let longest: number[] = [];
  for (let month = first; month <= 12; month += 1) {
    const code = `${year}-${String(month).padStart(2, '0')}`;
    if (winterStop && liesInStop(code, winterStop)) continue;
    run = (monthsFen[month - 1] ?? 0n) === 0n ? [...run, month] : [];
    if (run.length > longest.length) longest = run;
  }
  if (longest.length < rule.inARow) return undefined;
  return {
    kind: 'zero-months',
    values: `${longest.map((month) => `${month}月`).join('、')}没有计划`,
    rule: `连续 ${rule.inARow} 个月以上没有计划${winterStop ? '（冬季停工期除外）' : ''}`,
    basis: rule.basis,
  };
}

function aboveRemaining({ totalFen, doneBeforeFen }: CheckedPlan, planFen: Fen): Finding | undefined {
  if (totalFen === null) return undefined;
  const remainingFen = totalFen - (doneBeforeFen ?? 0n);
  if (planFen <= remainingFen) return undefined;
  return {
    kind: 'above-remaining',
    values: `年度计划 ${wan(planFen)}，剩余投资 ${wan(remainingFen)}，超出 ${wan(planFen - remainingFen)}`,
    rule: '年度计划不应超过总投资减以前年度完成',
    basis: arithmetic,
  };
}

function notSumming(plan: NonNullable<CheckedPlan['plan']>): Finding | undefined {
  const months = sum(plan.monthsFen);
  if (plan.totalFen === months) return undefined;
  const stated = plan.totalFen === null ? '未填' : wan(plan.totalFen);
  return {
    kind: 'not-summing',
    values: `年度计划 ${stated}，各月合计 ${wan(months)}，相差 ${wan(months - (plan.totalFen ?? 0n))}`,
    rule: '各月计划之和应等于年度计划',
    basis: arithmetic,
  };
}

function sum(amounts: readonly (Fen | null)[]): Fen {
  return amounts.reduce<Fen>((all, fen) => all + (fen ?? 0n), 0n);
}

function wan(fen: Fen): string {
  return `${formatMoney(fen, '万元')}万元`;
}

function dayText(day: string): string {
  return `${Number(day.slice(0, 2))}月${Number(day.slice(3))}日`;
}
