import type { InputOf } from '#http/client';
import { isPlainDate, type PlainDate } from '#kernel/plain-date';
import { type matterStatistics, statisticsMeasures } from '../../contract.ts';

export type Asked = InputOf<typeof matterStatistics>;

/** A figure and whose it is: a kind's or unit's id, `none` for where nobody leads, undefined for all. */
export type Drill = {
  readonly measure: (typeof statisticsMeasures)[number];
  readonly of: string | undefined;
};

/** This year up to today, unless the address says otherwise. */
export function askedIn(search: string, today: PlainDate): Asked {
  const given = new URLSearchParams(search);
  const day = (key: string, other: PlainDate) => {
    const value = given.get(key);
    return isPlainDate(value) ? value : other;
  };
  const kinds = given.getAll('kinds');
  return {
    from: day('from', `${today.slice(0, 4)}-01-01` as PlainDate),
    to: day('to', today),
    by: given.get('by') === 'unit' ? 'unit' : 'kind',
    kinds: kinds.length > 0 ? kinds : undefined,
  };
}

export function drillIn(search: string): Drill | undefined {
  const given = new URLSearchParams(search);
  const measure = statisticsMeasures.find((one) => one === given.get('measure'));
  return measure && { measure, of: given.get('of') ?? undefined };
}

export function searchOf({ from, to, by, kinds = [] }: Asked, drill?: Drill): string {
  const search = new URLSearchParams({ from, to, by });
  for (const kind of kinds) search.append('kinds', kind);
  if (drill) search.set('measure', drill.measure);
  if (drill?.of) search.set('of', drill.of);
  return search.toString();
}
