import { audit, type City, ensureMay, ensureNotSecret, may } from '#access';
import {
  type Figure,
  figuresOf,
  type Indicator,
  type Party,
  recordFigures,
  rollupsOf,
  standingTargets,
  startsTo,
  targetsSection,
  targetTo,
  targetVersions,
} from '#engines/indicators';
import type { InputOf } from '#http';
import { firstDayOf, type Month, monthOfYear, yearOfMonth } from '#kernel/month';
import { sectionOf } from '#pack';
import type { recordOwnFigure as recordRoute } from '../contract.ts';
import { indicatorView, isAlwaysShown, partiesOf } from './parties.ts';

export type Actual = {
  readonly value: bigint | null;
  readonly month: Month | null;
  readonly source: string | null;
  readonly caliber: string | null;
  readonly statedOn: Figure['statedOn'] | null;
};

const unknown: Actual = { value: null, month: null, source: null, caliber: null, statedOn: null };

/** The figures of a month: of projects from kept sums, of the bureau and of owners as they were entered. */
export async function actualsOf(city: City, month: Month) {
  const first = monthOfYear(yearOfMonth(month), 1);
  const sums = new Map<string, bigint>();
  for (const kind of ['city', 'district', 'department']) {
    for (const one of await rollupsOf(city, kind, { first: month, last: month })) {
      sums.set(`${kind} ${one.groupId}`, one.sums.actualFen);
    }
  }
  const starts = await startsTo(city, { first, last: month });
  const figures = await figuresOf(city, { first, last: month });
  const begun = firstDayOf(month) <= city.today;

  /** The latest that was said, of this month or an earlier one. */
  function entered(indicator: Indicator, party: Party, origin: Figure['origin']): Actual {
    const own = figures.filter(
      (one) =>
        one.indicator === indicator.id &&
        one.origin === origin &&
        one.party.kind === party.kind &&
        one.party.id === party.id &&
        one.value !== null,
    );
    const one = own.toSorted((a, b) => (a.month < b.month ? 1 : -1))[0];
    if (!one) return unknown;
    const { value, source, caliber, statedOn } = one;
    return { value, month: one.month, source, caliber, statedOn };
  }

  function reported(indicator: Indicator, party: Party): Actual {
    const from = indicator.reported?.from;
    if (!from || !begun) return unknown;
    if (from === 'owner') return entered(indicator, party, 'owner');
    // A sum may be that of a single project: of others' districts it stays within the scope.
    if (from === 'investment' && !reaches(city, party)) return unknown;
    const value =
      from === 'starts'
        ? BigInt(starts(party.kind, party.id))
        : (sums.get(`${party.kind} ${party.id}`) ?? 0n);
    return { ...unknown, value, month };
  }
  return {
    reported,
    statistics: (indicator: Indicator, party: Party) => entered(indicator, party, 'statistics'),
    achieved: (indicator: Indicator, party: Party) =>
      indicator.achievedBy === 'reported'
        ? reported(indicator, party)
        : entered(indicator, party, 'statistics'),
  };
}

function reaches({ actor }: City, { kind, id }: Party): boolean {
  return kind === 'city' || actor.reach === 'city' || actor.holders.includes(id);
}

/** Beside each target what was to be reached by the month and what was. */
export async function achievement(city: City, month: Month) {
  ensureMay(city, 'target.view', {});
  const { all } = await partiesOf(city);
  const standing = standingTargets(await targetVersions(city, yearOfMonth(month)));
  const actuals = await actualsOf(city, month);
  const indicators = sectionOf(city.pack, targetsSection).indicators.map((indicator) => ({
    indicator: indicatorView(indicator),
    rows: all.flatMap((one) => {
      const party = { kind: one.kind, id: one.party };
      const line = standing.find(
        (target) =>
          target.indicator === indicator.id &&
          target.party.kind === one.kind &&
          target.party.id === one.party,
      );
      if (!line && !isAlwaysShown(one)) return [];
      const actual = actuals.achieved(indicator, party);
      const owned = indicator.achievedBy === 'reported' && indicator.reported?.from === 'owner';
      return [
        {
          ...one,
          target: line?.value ?? null,
          toMonth: line ? targetTo(indicator.kind, line, month) : null,
          actual: actual.value,
          actualMonth: actual.month === month ? null : actual.month,
          source: actual.source,
          mayRecord: owned && may(city.actor, 'target.record', { holders: [one.party] }),
        },
      ];
    }),
  }));
  return { month, indicators };
}

export async function recordOwnFigure(city: City, input: InputOf<typeof recordRoute>): Promise<void> {
  const { kind, party, indicator, month, value, source, statedOn } = input;
  ensureMay(city, 'target.record', { holders: [party] });
  const { named } = await partiesOf(city);
  const { name } = named(kind, party);
  ensureNotSecret({ text: source });
  const figure = {
    ...{ indicator, month, party: { kind, id: party } },
    value: value === null ? null : BigInt(value),
  };
  const recorded = await recordFigures(city, { origin: 'owner', figures: [figure], source, statedOn });
  if (recorded === 0) return;
  await audit(city, {
    action: 'target.record',
    object: 'indicator',
    objectId: null,
    details: { indicator, month, party: name, value, source, statedOn },
  });
}
