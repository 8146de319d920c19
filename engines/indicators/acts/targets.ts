import type { City } from '#access';
import type { Month } from '#kernel/month';
import { ensure, refuse } from '#kernel/refusal';
import { sectionOf } from '#pack';
import {
  ensureSensible,
  type Indicator,
  type Party,
  sameLine,
  type TargetLine,
  type TargetVersion,
} from '../domain/target.ts';
import { readEnteredSubjects, readStartCounts, readStartedSubjects } from '../store/figure-rows.ts';
import { addTargetVersions, lockTargets, readTargetVersions } from '../store/target-rows.ts';
import { targetsSection } from '../targets-section.ts';

export function indicatorNamed({ pack }: City, id: string): Indicator {
  const { indicators } = sectionOf(pack, targetsSection);
  return indicators.find((one) => one.id === id) ?? refuse('target.no_indicator', { indicator: id });
}

/** All versions of a year's targets, oldest first. */
export function targetVersions(city: City, year: number, indicator?: string): Promise<TargetVersion[]> {
  return readTargetVersions(city.tx, year, indicator);
}

/** Of versions the ones that stand. */
export function standingTargets(versions: readonly TargetVersion[]): TargetVersion[] {
  const latest = new Map(versions.map((one) => [keyOf(one.indicator, one.party), one]));
  return [...latest.values()];
}

export type TargetChange = TargetLine & {
  /** 0: nothing was set when the editor looked. */
  readonly expectedNumber: number;
  /** How the party is called in refusals. */
  readonly name: string;
};

/** Sets lines of one indicator; those that say nothing new are left as they are. Returns the new versions. */
export async function setTargets(
  city: City,
  about: {
    readonly year: number;
    readonly indicator: string;
    readonly lines: readonly TargetChange[];
    readonly reason: string | null;
    readonly approver: string | null;
  },
): Promise<Omit<TargetVersion, 'recordedAt'>[]> {
  const { tx, actor } = city;
  const { year, reason, approver } = about;
  const { id, kind } = indicatorNamed(city, about.indicator);
  await lockTargets(tx, year, id);
  const standing = standingTargets(await readTargetVersions(tx, year, id));
  const known = new Map(standing.map((one) => [keyOf(id, one.party), one]));
  const fresh = about.lines.flatMap((line) => {
    const { expectedNumber: seen, name, party, value, base, months } = line;
    const before = known.get(keyOf(id, party));
    const number = before?.number ?? 0;
    ensure(number === seen, 'target.stale', { party: name, number, seen });
    ensureSensible(kind, line, name);
    const empty = !before && value === null && base === null;
    if (empty || (before && sameLine(before, line))) return [];
    const bare = { party, value, base, months, year, indicator: id };
    return [{ ...bare, number: number + 1, reason, approver, recordedBy: actor.name }];
  });
  const changes = fresh.some((one) => one.number > 1);
  ensure(!changes || (reason !== null && approver !== null), 'target.reason_missing');
  await addTargetVersions(tx, fresh, actor.accountId);
  return fresh;
}

/** How many of the year's new starts have begun, by group, up to a month. */
export async function startsTo(
  city: City,
  span: { readonly first: Month; readonly last: Month },
): Promise<(groupKind: string, groupId: string) => number> {
  const counts = new Map<string, number>();
  for (const { groupKind, groupId, starts } of await readStartCounts(city.tx, span)) {
    const key = `${groupKind} ${groupId}`;
    counts.set(key, (counts.get(key) ?? 0) + starts);
  }
  return (groupKind, groupId) => counts.get(`${groupKind} ${groupId}`) ?? 0;
}

/** Subjects within the scope that their reports of the span say have begun. */
export async function startedSubjects(
  city: City,
  span: { readonly first: Month; readonly last: Month },
): Promise<ReadonlySet<string>> {
  return new Set((await readStartedSubjects(city.tx, span)).map((one) => one.subjectId));
}

/** What the latest report of the span that says anything of it says of entry in statistics. */
export function enteredSubjects(
  city: City,
  span: { readonly first: Month; readonly last: Month },
): Promise<ReadonlyMap<string, boolean>> {
  return readEnteredSubjects(city.tx, span);
}

function keyOf(indicator: string, { kind, id }: Party): string {
  return `${indicator} ${kind} ${id}`;
}
