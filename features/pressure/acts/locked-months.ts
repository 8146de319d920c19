import type { City } from '#access';
import { lightsOn, type MonthLock, monthLocks, ruleSetOn, type SubjectLight } from '#engines/indicators';
import { districtKinds, listOrganisations, listsByProject } from '#engines/registry';
import { addToMonth, lastDayOf, type Month, yearOfMonth } from '#kernel/month';
import { ranksOf } from '#kernel/rank';
import { rational, toDecimalText } from '#kernel/rational';
import type { FenDigits, ProjectMonth, UnitMonth } from '../domain/figures.ts';
import { shareText } from '../domain/points.ts';

export type LockedMonth = {
  readonly month: Month;
  readonly projects: ReadonlyMap<string, ProjectMonth>;
  /** Districts that had something planned, by id. */
  readonly units: ReadonlyMap<string, UnitMonth>;
};

/** The last locked month and those locked before it without a gap, at most so many; the latest first. */
export async function lockedMonths(city: City, most: number, until?: Month): Promise<LockedMonth[]> {
  const locks = (await monthLocks(city)).filter(({ month }) => until === undefined || month <= until);
  const found: LockedMonth[] = [];
  for (const lock of locks.toReversed().slice(0, most)) {
    const latest = found[0]?.month;
    if (latest && lock.month !== addToMonth(latest, -found.length)) break;
    found.push(await lockedMonth(city, lock));
  }
  return found;
}

/** What was frozen with the lock: corrections since are not in it. */
async function lockedMonth(city: City, { month, asOf: lockedOn }: MonthLock): Promise<LockedMonth> {
  const lights = await lightsOn(city, lockedOn, { month });
  const lists = await listsByProject(city, yearOfMonth(month), lastDayOf(month));
  const { rules } = await ruleSetOn(city, lockedOn);
  const dimensions = rules.dimensions.map(({ id, name }) => ({ id, name }));
  const projects = new Map<string, ProjectMonth>();
  if (lights.month === month)
    for (const subject of lights.projects) {
      const { subjectId, overall, inputs, evaluationId } = subject;
      if (!inputs) continue;
      const { category, planToMonthFen, planYearFen, actualToMonthFen } = inputs;
      projects.set(subjectId, {
        ...{ month, lockedOn, light: overall, category, evaluationId },
        lists: lists.get(subjectId) ?? [],
        planFen: digits(planToMonthFen),
        planYearFen: digits(planYearFen),
        actualFen: digits(actualToMonthFen),
        completion: actualToMonthFen === null ? null : percentOf(actualToMonthFen, planToMonthFen ?? 0n),
        // Made for the few that are proposed.
        get why() {
          return deciding(subject, dimensions);
        },
      });
    }
  const districts = new Set(
    (await listOrganisations(city, { kinds: districtKinds, asOf: lastDayOf(month) })).map(
      ({ orgId }) => orgId as string,
    ),
  );
  const groups = lights.groups.flatMap(({ groupId, subjectIds }) => {
    if (!districts.has(groupId)) return [];
    const members = subjectIds.flatMap((id) => projects.get(id) ?? []);
    return [{ id: groupId, part: sum(members, 'actualFen'), whole: sum(members, 'planFen'), members }];
  });
  return { month, projects, units: rankedUnits(month, lockedOn, groups) };
}

type Group = {
  readonly id: string;
  readonly part: bigint;
  readonly whole: bigint;
  readonly members: readonly ProjectMonth[];
};

/** The place from the last counts those who stand behind or beside: equals are equally far from the end. */
function rankedUnits(
  month: Month,
  lockedOn: UnitMonth['lockedOn'],
  groups: readonly Group[],
): Map<string, UnitMonth> {
  const ranks = ranksOf(groups);
  const ranked = ranks.size;
  return new Map(
    groups.flatMap(({ id, part, whole, members }) => {
      const rank = ranks.get(id);
      if (rank === undefined) return [];
      const fromLast = 1 + [...ranks.values()].filter((other) => other > rank).length;
      const unit: UnitMonth = {
        ...{ month, lockedOn, rank, ranked, fromLast, lastShare: shareText(fromLast, ranked) },
        projects: members.length,
        red: members.filter(({ light }) => light === 'red').length,
        ...{ planFen: `${whole}`, actualFen: `${part}`, completion: percentOf(part, whole) },
      };
      return [[id, unit] as const];
    }),
  );
}

/** Of the first dimension that has the light of the whole. */
function deciding(
  { overall, dimensions, why }: SubjectLight,
  known: readonly { readonly id: string; readonly name: string }[],
): string | null {
  const one = known.find(({ id }) => dimensions[id] === overall);
  return why.find((sentence) => sentence.startsWith(`${one?.name}：`)) ?? null;
}

function sum(members: readonly ProjectMonth[], field: 'planFen' | 'actualFen'): bigint {
  return members.reduce((all, one) => all + BigInt(one[field] ?? 0), 0n);
}

function digits(fen: bigint | null): FenDigits | null {
  return fen === null ? null : `${fen}`;
}

function percentOf(part: bigint, whole: bigint): string | null {
  return whole === 0n ? null : toDecimalText(rational(part * 100n, whole), 1);
}
