import type { City } from '#access';
import { mismatchOf, type Plan, type PlanMismatch, type PlanVersion } from '../domain/plan.ts';
import type { SubjectId } from '../domain/subject.ts';
import { readLatestPlans, readPlanVersions } from '../store/plan-rows.ts';

/** All versions of a subject's plans, oldest first: the baseline and what became of it. */
export async function planVersionsOf(
  city: City,
  subjectId: SubjectId,
  year?: number,
): Promise<PlanVersion[]> {
  return readPlanVersions(city.tx, [subjectId], year);
}

/** All versions of many subjects' plans of a year, by subject, oldest first. */
export async function planVersionsIn(
  city: City,
  year: number,
  subjectIds: readonly SubjectId[],
): Promise<Map<SubjectId, PlanVersion[]>> {
  const versions = await readPlanVersions(city.tx, subjectIds, year);
  return Map.groupBy(versions, ({ subjectId }) => subjectId);
}

/** The plans that stand for a year, of all subjects the reader may see. */
export async function plansOfYear(city: City, year: number): Promise<Plan[]> {
  return readLatestPlans(city.tx, year);
}

/** The plans of a year whose months do not add up to it. Shown, never corrected. */
export async function planMismatches(city: City, year: number): Promise<PlanMismatch[]> {
  const plans = await readLatestPlans(city.tx, year);
  return plans.flatMap((plan) => mismatchOf(plan) ?? []);
}
