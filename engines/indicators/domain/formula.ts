import { formatMoney } from '#kernel/money';
import { monthsBetween, yearOfMonth } from '#kernel/month';
import { type Rational, rational, sub, toDecimalText } from '#kernel/rational';
import type { Axis } from './cut.ts';
import type { LightInputs } from './light-inputs.ts';

export type FormulaId =
  | 'percent-of-plan'
  | 'points-below-plan'
  | 'fen-behind-plan'
  | 'months-past-planned-start'
  | 'months-since-start';

/** What a formula makes of the inputs: it does not apply, is in a case without a value, or has a value. */
export type Reading =
  | { readonly kind: 'none' }
  | { readonly kind: 'state'; readonly state: string }
  | { readonly kind: 'value'; readonly value: Rational };

export type Formula = {
  readonly id: FormulaId;
  readonly name: string;
  /** How values are written: the unit the bounds of a rule are in. */
  readonly unit: string;
  readonly axis: Axis;
  /** The cases without a value, in words that finish 「…时」. */
  readonly states: Readonly<Record<string, string>>;
  /** Whether every subject that owes reports has a light by it. */
  readonly alwaysApplies: boolean;
  read(inputs: LightInputs): Reading;
  /** Figures which have exactly this value, for an example. */
  exampleOf(value: Rational): string;
};

const none: Reading = { kind: 'none' };
const state = (name: string): Reading => ({ kind: 'state', state: name });
const value = (exact: Rational): Reading => ({ kind: 'value', value: exact });
const months: Axis = { step: rational(1), least: null };
const notReported = '本月未填报或未填累计完成';

/** 「达到序时的 N%」: the actual accumulated over the plan accumulated, both to the month, in percent. */
const percentOfPlan: Formula = {
  id: 'percent-of-plan',
  name: '完成率',
  unit: '%',
  axis: { step: null, least: null },
  states: { 'not-reported': notReported, 'no-plan': '累计计划为零或没有计划' },
  alwaysApplies: true,
  read({ planToMonthFen: plan, actualToMonthFen: actual }) {
    if (actual === null) return state('not-reported');
    return plan === null || plan <= 0n ? state('no-plan') : value(rational(actual * 100n, plan));
  },
  exampleOf: (value) => `累计计划 ${yuan(100n * value.den)} 元、累计完成 ${yuan(value.num)} 元`,
};

/** 「低于序时 N 个百分点」: planned progress less actual progress, both over the year's plan, in percentage points. */
const pointsBelowPlan: Formula = {
  id: 'points-below-plan',
  name: '低于计划进度',
  unit: '个百分点',
  axis: { step: null, least: null },
  states: { 'not-reported': notReported, 'no-plan': '全年计划为零或没有计划' },
  alwaysApplies: true,
  read({ planToMonthFen: plan, planYearFen: year, actualToMonthFen: actual }) {
    if (actual === null) return state('not-reported');
    if (year === null || year <= 0n) return state('no-plan');
    return value(sub(rational((plan ?? 0n) * 100n, year), rational(actual * 100n, year)));
  },
  exampleOf: (value) => {
    const [plan, actual] = value.num >= 0n ? [value.num, 0n] : [0n, -value.num];
    return `全年计划 ${yuan(100n * value.den)} 元、累计计划 ${yuan(plan)} 元、累计完成 ${yuan(actual)} 元`;
  },
};

/** 欠账: the plan accumulated less the actual accumulated, in yuan; whole fen, so the axis has steps. */
const fenBehindPlan: Formula = {
  id: 'fen-behind-plan',
  name: '欠计划',
  unit: '元',
  axis: { step: rational(1, 100), least: null },
  states: { 'not-reported': notReported, 'no-plan': '累计计划为零或没有计划' },
  alwaysApplies: true,
  read({ planToMonthFen: plan, actualToMonthFen: actual }) {
    if (actual === null) return state('not-reported');
    return plan === null || plan <= 0n ? state('no-plan') : value(rational(plan - actual, 100));
  },
  exampleOf: (value) => {
    const behind = (value.num * 100n) / value.den;
    const plan = behind > 0n ? behind : 100n;
    return `累计计划 ${yuan(plan)} 元、累计完成 ${yuan(plan - behind)} 元`;
  },
};

/** Month-ends from the planned month to this one, both included; only for 新开工 planned for a month of this year. */
const monthsPastPlannedStart: Formula = {
  id: 'months-past-planned-start',
  name: '应开工月数',
  unit: '个月',
  axis: months,
  states: { started: '已开工' },
  alwaysApplies: false,
  read({ category, plannedStartMonth: planned, month, started }) {
    if (category !== 'new-start' || planned === null) return none;
    if (yearOfMonth(planned) !== yearOfMonth(month)) return none;
    return started ? state('started') : value(rational(monthsBetween(planned, month) + 1));
  },
  exampleOf: (value) =>
    value.num <= 0n ? '尚未到计划开工月' : `到计划开工月起第 ${value.num} 个月末仍未开工`,
};

/** Months since the start while not yet entered in statistics; only once started and once some report told. */
const monthsSinceStart: Formula = {
  id: 'months-since-start',
  name: '开工后月数',
  unit: '个月',
  axis: { step: rational(1), least: rational(0) },
  states: { entered: '已入统' },
  alwaysApplies: false,
  read({ started, startMonth, entered, month }) {
    if (!started || startMonth === null || entered === null) return none;
    return entered ? state('entered') : value(rational(Math.max(0, monthsBetween(startMonth, month))));
  },
  exampleOf: (value) => `开工后第 ${value.num} 个月仍未入统`,
};

export const formulas: Readonly<Record<FormulaId, Formula>> = {
  'percent-of-plan': percentOfPlan,
  'points-below-plan': pointsBelowPlan,
  'fen-behind-plan': fenBehindPlan,
  'months-past-planned-start': monthsPastPlannedStart,
  'months-since-start': monthsSinceStart,
};

/** Exact, with as many decimals as that takes; a fraction that no decimal ends is marked 约. */
export function valueText(value: Rational, unit: string): string {
  const suffix = unit === '%' ? '%' : ` ${unit}`;
  const text = toDecimalText(value, 18);
  const exact = BigInt(text.replace('.', '')) * value.den === value.num * 10n ** 18n;
  return exact ? `${text.replace(/\.?0+$/, '')}${suffix}` : `约 ${toDecimalText(value, 6)}${suffix}`;
}

function yuan(fen: bigint): string {
  return formatMoney(fen, '元');
}
