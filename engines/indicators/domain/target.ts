import { fenPer, isMoneyUnit } from '#kernel/money';
import type { Month } from '#kernel/month';
import { monthNumber } from '#kernel/month';
import { defineRefusals, ensure } from '#kernel/refusal';

defineRefusals({
  'target.no_indicator': { status: 404, text: '没有“{indicator}”这个指标' },
  'target.stale': {
    status: 409,
    text: '{party}的目标已被他人改到第{number}版（您看到的是第{seen}版），请核对后再保存',
  },
  'target.reason_missing': { status: 422, text: '修改已下达的目标须写明原因和批准人（或批准文件）' },
  'target.value_wrong': {
    status: 422,
    text: '{party}的数值不合理：数额和个数不能为负，增速须在-100%到1000%之间',
  },
  'target.months_without_year': { status: 422, text: '{party}还没有全年目标，不能分解到月' },
  'target.base_only_growth': { status: 422, text: '只有增速类指标填写上年基数' },
});

/** Of what a value is a whole number: fen, pieces, hundredths of a percent. */
export type IndicatorKind = 'amount' | 'count' | 'growth';

export type Indicator = {
  readonly id: string;
  readonly name: string;
  readonly kind: IndicatorKind;
  /** The unit in which it is written on paper. */
  readonly unit: string;
  /** Where our own figure comes from, and what exactly it counts (调度数). */
  readonly reported?:
    | { readonly from: 'investment' | 'starts' | 'owner'; readonly caliber: string }
    | undefined;
  /** What exactly the statistics bureau's figure counts (统计数). */
  readonly statistics?: { readonly caliber: string } | undefined;
  /** Which of the two a target is held against. */
  readonly achievedBy: 'reported' | 'statistics';
  /** Departments' shares must make up the city's target, too. */
  readonly departmentsSum: boolean;
  /** What a document sets as the least; in the indicator's whole numbers. */
  readonly atLeast?: bigint | undefined;
  /** The clause the indicator or its goal rests on, or 平台默认值. */
  readonly basis: string;
};

/** How many whole numbers make one of the unit: 10¹⁰ fen an 亿元, a hundred hundredths a percent. */
export function wholesPer({ kind, unit }: Pick<Indicator, 'kind' | 'unit'>): bigint {
  if (kind === 'growth') return 100n;
  return kind === 'amount' && isMoneyUnit(unit) ? fenPer(unit) : 1n;
}

export type PartyKind = 'city' | 'district' | 'department';

/** Whose target: `city`, or the id of an organisation. */
export type Party = { readonly kind: PartyKind; readonly id: string };

export const wholeCity: Party = { kind: 'city', id: 'city' };

export type Whole = bigint;

/** Months of amounts and counts are increments; of growth they are the accumulated growth to that month. */
export type TargetLine = {
  readonly party: Party;
  readonly value: Whole | null;
  /** Last year's amount, in fen: only growth has one. */
  readonly base: Whole | null;
  readonly months: readonly Whole[] | null;
};

export type TargetVersion = TargetLine & {
  readonly year: number;
  readonly indicator: string;
  /** 1 for the first; the highest number stands. */
  readonly number: number;
  readonly reason: string | null;
  readonly approver: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
};

/** Refuses what no indicator of the kind can say. */
export function ensureSensible(kind: IndicatorKind, line: TargetLine, party: string): void {
  const values = [line.value, ...(line.months ?? [])].filter((one) => one !== null);
  const fits = (one: Whole) => (kind === 'growth' ? one >= -10_000n && one <= 100_000n : one >= 0n);
  ensure(values.every(fits) && (line.base ?? 0n) >= 0n, 'target.value_wrong', { party });
  ensure(line.months === null || line.value !== null, 'target.months_without_year', { party });
  ensure(line.base === null || kind === 'growth', 'target.base_only_growth');
}

export function sameLine(a: TargetLine, b: TargetLine): boolean {
  const months = (one: TargetLine) => (one.months ?? []).join(' ');
  return a.value === b.value && a.base === b.base && months(a) === months(b);
}

/** What was to be reached by the end of a month; null where the year is not broken down to months. */
export function targetTo(kind: IndicatorKind, line: TargetLine, month: Month): Whole | null {
  if (line.months === null) return null;
  const number = monthNumber(month);
  if (kind === 'growth') return line.months[number - 1] ?? null;
  return line.months.slice(0, number).reduce((sum, one) => sum + one, 0n);
}
