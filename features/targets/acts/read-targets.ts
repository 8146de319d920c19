import { type City, ensureMay, may } from '#access';
import {
  indicatorNamed,
  reconcile,
  shownMonth,
  standingTargets,
  type TargetVersion,
  targetsSection,
  targetVersions,
} from '#engines/indicators';
import { addToMonth } from '#kernel/month';
import { monthOf, yearOf } from '#kernel/plain-date';
import { sectionOf } from '#pack';
import type { Unreconciled } from '../contract.ts';
import { indicatorView, isAlwaysShown, type Parties, partiesOf } from './parties.ts';

export async function targetChoices(city: City) {
  ensureMay(city, 'target.view', {});
  const { all } = await partiesOf(city);
  const thisYear = yearOf(city.today);
  const month = (await shownMonth(city))?.month ?? addToMonth(monthOf(city.today), -1);
  const first = Math.min(Number(month.slice(0, 4)), thisYear - 2);
  return {
    ...{ today: city.today, month },
    years: Array.from({ length: thisYear + 2 - first }, (_, at) => thisYear + 1 - at),
    indicators: sectionOf(city.pack, targetsSection).indicators.map(indicatorView),
    parties: all.filter(isAlwaysShown),
    departments: all.filter((one) => !isAlwaysShown(one)),
    mayRecordStatistics: may(city.actor, 'statistics.record', {}),
  };
}

export async function readTargets(city: City, asked: { readonly year: number; readonly indicator: string }) {
  ensureMay(city, 'target.view', {});
  const indicator = indicatorNamed(city, asked.indicator);
  const parties = await partiesOf(city);
  const standing = standingTargets(await targetVersions(city, asked.year, indicator.id));
  const rows = parties.all.flatMap((one) => {
    const line = standing.find(({ party }) => party.kind === one.kind && party.id === one.party);
    const mayEdit = editBy(city, one.party, line);
    if (!line && !isAlwaysShown(one) && mayEdit !== 'months') return [];
    return [{ ...one, ...lineView(line), mayEdit }];
  });
  const unreconciled = reconciled(city, parties, indicator.id, standing);
  return { year: asked.year, indicator: indicatorView(indicator), rows, unreconciled };
}

function editBy(city: City, party: string, line: TargetVersion | undefined): 'all' | 'months' | 'none' {
  if (may(city.actor, 'target.set', {})) return 'all';
  const own = may(city.actor, 'target.break-down', { holders: [party] });
  return own && line && line.value !== null ? 'months' : 'none';
}

function lineView(line: TargetVersion | undefined) {
  return {
    value: line?.value ?? null,
    base: line?.base ?? null,
    months: line?.months ?? null,
    number: line?.number ?? 0,
    reason: line?.reason ?? null,
    approver: line?.approver ?? null,
    by: line?.recordedBy ?? null,
    at: line?.recordedAt ?? null,
  };
}

/** What of an indicator's standing targets does not add up, with the names of those concerned. */
export function reconciled(
  city: City,
  parties: Parties,
  indicator: string,
  standing: readonly TargetVersion[],
) {
  const found = reconcile(indicatorNamed(city, indicator), standing, parties.districts);
  return found.map(({ party, whole, parts, difference, ...one }) => ({
    ...one,
    ...{ indicator, kind: party.kind, party: party.id, name: parties.nameOf(party) },
    whole: textOf(whole),
    parts: textOf(parts),
    difference: textOf(difference),
  })) satisfies Unreconciled[];
}

function textOf(value: bigint | null): `${bigint}` | null {
  return value === null ? null : `${value}`;
}

export async function unreconciledTargets(city: City, year: number) {
  ensureMay(city, 'target.view', {});
  const parties = await partiesOf(city);
  const { indicators } = sectionOf(city.pack, targetsSection);
  const standing = standingTargets(await targetVersions(city, year));
  const rows = indicators.flatMap(({ id }) =>
    reconciled(
      city,
      parties,
      id,
      standing.filter((one) => one.indicator === id),
    ),
  );
  return { indicators: indicators.map(indicatorView), rows };
}

export async function targetHistory(
  city: City,
  asked: { readonly year: number; readonly indicator: string },
) {
  ensureMay(city, 'target.view', {});
  indicatorNamed(city, asked.indicator);
  const { nameOf } = await partiesOf(city);
  const versions = await targetVersions(city, asked.year, asked.indicator);
  return versions
    .toSorted((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime())
    .map((one) => ({
      ...{ kind: one.party.kind, party: one.party.id, name: nameOf(one.party) },
      ...lineView(one),
    }));
}
