import type { City } from '#access';
import { lastDayOf, type Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import '../domain/figure.ts';
import type { Figure, FigureOrigin } from '../domain/figure.ts';
import { ensureSensible, type Party, type Whole } from '../domain/target.ts';
import { addFigures, lockFigures, readFigures } from '../store/figure-rows.ts';
import { indicatorNamed } from './targets.ts';

/** The accumulated figures that stand over a span of months. */
export function figuresOf(
  city: City,
  span: { readonly first: Month; readonly last: Month },
): Promise<Figure[]> {
  return readFigures(city.tx, span);
}

export type NewFigure = {
  readonly indicator: string;
  readonly party: Party;
  readonly month: Month;
  readonly value: Whole | null;
};

/** Records what was published or is kept by its owner. The same figure said again changes nothing. */
export async function recordFigures(
  city: City,
  about: {
    readonly origin: FigureOrigin;
    readonly figures: readonly NewFigure[];
    readonly source: string;
    readonly statedOn: PlainDate;
  },
): Promise<number> {
  const { tx, actor, today } = city;
  const { origin, figures, statedOn } = about;
  const source = about.source.trim();
  ensure(source !== '', 'figure.source_empty');
  ensure(statedOn <= today, 'figure.stated_in_future', { statedOn });
  await lockFigures(tx);
  const months = figures.map((one) => one.month).sort();
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return 0;
  const known = new Map((await readFigures(tx, { first, last })).map((one) => [keyOf(one), one]));
  const fresh = figures.flatMap((one) => {
    const indicator = indicatorNamed(city, one.indicator);
    const { name } = indicator;
    const side = origin === 'statistics' ? indicator.statistics : indicator.reported;
    ensure(side, origin === 'statistics' ? 'figure.not_published' : 'figure.not_owned', { indicator: name });
    ensure(origin === 'statistics' || indicator.reported?.from === 'owner', 'figure.not_owned', {
      indicator: name,
    });
    ensure(origin === 'owner' || one.party.kind !== 'department', 'figure.of_districts_only');
    ensure(lastDayOf(one.month) <= today, 'figure.month_not_over', { month: one.month });
    ensureSensible(indicator.kind, { ...one, base: null, months: null }, name);
    const before = known.get(keyOf({ ...one, origin }));
    if (before ? before.value === one.value && before.source === source : one.value === null) return [];
    const { caliber } = side;
    const number = (before?.number ?? 0) + 1;
    return [{ ...one, origin, caliber, source, statedOn, number, recordedBy: actor.name }];
  });
  await addFigures(tx, fresh, actor.accountId);
  return fresh.length;
}

function keyOf(one: Pick<Figure, 'indicator' | 'origin' | 'party' | 'month'>): string {
  return [one.indicator, one.origin, one.party.kind, one.party.id, one.month].join(' ');
}
