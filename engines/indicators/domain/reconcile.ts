import { type Rational, rational, roundHalfUp } from '#kernel/rational';
import type { Indicator, Party, TargetLine, Whole } from './target.ts';

/**
 * What does not add up, or cannot be told: `districts` city − Σ districts, `departments` likewise, `months` year − Σ months
 * (of growth: year − December), `districts-month` the same of one month, `bases` last year's amounts. `not-broken-down`,
 * `no-months` and `no-base` say that there is nothing to compare.
 */
export type Unreconciled = {
  readonly what:
    | 'districts'
    | 'districts-month'
    | 'departments'
    | 'months'
    | 'bases'
    | 'not-broken-down'
    | 'missing-district'
    | 'no-months'
    | 'no-base';
  readonly party: Party;
  /** 1 to 12, of `districts-month`. */
  readonly month: number | null;
  readonly whole: Whole | null;
  readonly parts: Whole | null;
  readonly difference: Whole | null;
};

const bare = { month: null, whole: null, parts: null, difference: null } as const;

/** Everything that is not in agreement. `districts` are all that the city is divided into. */
export function reconcile(
  indicator: Pick<Indicator, 'kind' | 'departmentsSum'>,
  lines: readonly TargetLine[],
  districts: readonly Party[],
): Unreconciled[] {
  const set = lines.filter((line) => line.value !== null);
  const city = set.find((line) => line.party.kind === 'city');
  const parts = set.filter((line) => line.party.kind === 'district');
  const growth = indicator.kind === 'growth';
  return [
    ...(city ? ofYear(indicator, city, parts, districts) : []),
    ...(city && indicator.departmentsSum && !growth ? ofDepartments(city, set) : []),
    ...(city && !growth ? ofMonths(city, parts) : []),
    ...set.flatMap((line) => (growth ? ofDecember(line) : ofLine(line))),
  ];
}

function ofYear(
  { kind }: Pick<Indicator, 'kind'>,
  city: TargetLine,
  parts: readonly TargetLine[],
  districts: readonly Party[],
): Unreconciled[] {
  const { party } = city;
  if (parts.length === 0) return [{ ...bare, what: 'not-broken-down', party, whole: city.value }];
  const has = new Set(parts.map((line) => line.party.id));
  const missing = districts
    .filter((one) => !has.has(one.id))
    .map((one) => ({ ...bare, what: 'missing-district' as const, party: one }));
  return [...missing, ...(kind === 'growth' ? ofGrowth(city, parts) : ofSum('districts', city, parts))];
}

/** Growth adds up only by the amounts it stands for: without last year's amounts nothing can be said. */
function ofGrowth(city: TargetLine, parts: readonly TargetLine[]): Unreconciled[] {
  const { party } = city;
  const without = [city, ...parts].filter((line) => line.base === null || line.base === 0n);
  if (without.length > 0) return without.map((line) => ({ ...bare, what: 'no-base', party: line.party }));
  const sumOfBases = sum(parts.map((line) => line.base));
  const reached = parts.reduce(
    (total, line) => total + (line.base ?? 0n) * (10_000n + (line.value ?? 0n)),
    0n,
  );
  const implied: Rational = rational(reached - sumOfBases * 10_000n, sumOfBases);
  const growth = roundHalfUp(implied);
  return [
    ...differing('districts', city, city.value, growth),
    ...differing('bases', { party }, city.base, sumOfBases),
  ];
}

function ofDepartments(city: TargetLine, set: readonly TargetLine[]): Unreconciled[] {
  const departments = set.filter((line) => line.party.kind === 'department');
  return departments.length === 0 ? [] : ofSum('departments', city, departments);
}

function ofSum(what: 'districts' | 'departments', city: TargetLine, parts: readonly TargetLine[]) {
  return differing(what, city, city.value, sum(parts.map((line) => line.value)));
}

/** A month is compared once the city and every district with a target have months. */
function ofMonths(city: TargetLine, parts: readonly TargetLine[]): Unreconciled[] {
  const { months } = city;
  if (!months || parts.length === 0 || parts.some((line) => line.months === null)) return [];
  return months.flatMap((whole, at) => {
    const ofParts = sum(parts.map((line) => line.months?.[at] ?? null));
    return differing('districts-month', city, whole, ofParts).map((one) => ({ ...one, month: at + 1 }));
  });
}

function ofLine(line: TargetLine): Unreconciled[] {
  if (!line.months) return [{ ...bare, what: 'no-months', party: line.party, whole: line.value }];
  return differing('months', line, line.value, sum(line.months));
}

function ofDecember(line: TargetLine): Unreconciled[] {
  if (!line.months) return [{ ...bare, what: 'no-months', party: line.party, whole: line.value }];
  return differing('months', line, line.value, line.months[11] ?? null);
}

function differing(
  what: Unreconciled['what'],
  { party }: Pick<TargetLine, 'party'>,
  whole: Whole | null,
  parts: Whole | null,
): Unreconciled[] {
  const difference = (whole ?? 0n) - (parts ?? 0n);
  return difference === 0n ? [] : [{ what, party, month: null, whole, parts, difference }];
}

function sum(values: readonly (Whole | null)[]): Whole {
  return values.reduce<Whole>((total, one) => total + (one ?? 0n), 0n);
}
