import type { City } from '#access';
import { newId } from '#kernel/id';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import {
  approvePlan,
  fileReport,
  type NewReport,
  type Plan,
  placeInGroups,
  reportsOf,
  type SubjectDuty,
  stateDuties,
} from '../index.ts';

/** Twelve months of 100 each, and 1,200 in the year. */
export function aPlan(subjectId: string, change: Partial<Plan> = {}): Plan {
  return { subjectId, year: 2023, monthsFen: Array<bigint>(12).fill(100n), totalFen: 1200n, ...change };
}

export function aDuty(subjectId: string, change: Partial<SubjectDuty> = {}): SubjectDuty {
  return {
    subjectId,
    fromMonth: '2023-01',
    category: 'building',
    startedMonth: '2022-12',
    owes: true,
    ...change,
  };
}

export function aReport(
  subjectId: string,
  month: Month,
  cumFen: bigint | null,
  change: Partial<NewReport> = {},
): NewReport {
  return {
    subjectId,
    month,
    cumFen,
    receivedOn: `${month}-28` as PlainDate,
    started: true,
    entered: true,
    ...change,
  };
}

/** A project under way in a district, with its plan. */
export async function aSubject(city: City, district = '甲区'): Promise<string> {
  const subjectId = newId<'project'>();
  await stateDuties(city, [aDuty(subjectId)]);
  await placeInGroups(city, 'district', [{ subjectId, groupIds: [district], fromOn: '2023-01-01' }]);
  await approvePlan(city, aPlan(subjectId));
  return subjectId;
}

/** Files on top of whatever stands, reported and verified together unless it says which. */
export async function report(city: City, one: NewReport): Promise<void> {
  const { month, standing = 'reported' } = one;
  const known = (await reportsOf(city, one.subjectId)).filter(
    (row) => row.month === month && row.standing === standing,
  );
  const counts = one.standing === undefined ? 'verified' : 'reported';
  await fileReport(city, one, { expectedNumber: known.length, correctionReason: '更正', counts });
}
