import type { City } from '#access';
import { newId } from '#kernel/id';
import { ensure } from '#kernel/refusal';
import { nextPlan, type PlanApproval } from '../domain/next-plan.ts';
import type { Plan } from '../domain/plan.ts';
import {
  addPlanVersions,
  type NewPlanVersion,
  readLatestLitMonths,
  readPlanVersions,
} from '../store/plan-rows.ts';
import { keepRollups, wholeYear } from './keep-rollups.ts';

export type PlanImport = PlanApproval & {
  /** Null for plans entered by hand. */
  readonly importId: string | null;
  readonly source?: string | null;
  readonly plans: readonly Plan[];
};

export type PlanImportResult = {
  readonly baselines: number;
  readonly revisions: number;
  readonly unchanged: number;
  readonly versions: readonly NewPlanVersion[];
};

/** Approves many plans at once. The same plans again make nothing. Months that do not add up are taken, and listed. */
export async function applyPlanImport(city: City, { plans, ...rest }: PlanImport): Promise<PlanImportResult> {
  const versions: NewPlanVersion[] = [];
  for (const [year, ofYear] of Map.groupBy(plans, (plan) => plan.year)) {
    const subjectIds = [...new Set(ofYear.map(({ subjectId }) => subjectId))];
    ensure(subjectIds.length === ofYear.length, 'plan.twice');
    await keepRollups(city, subjectIds, wholeYear(year), async () => {
      const fresh = await decide(city, ofYear, year, subjectIds, rest);
      await addPlanVersions(city.tx, fresh, city.actor.name);
      versions.push(...fresh);
    });
  }
  const baselines = versions.filter(({ kind }) => kind === 'baseline').length;
  const revisions = versions.length - baselines;
  return { baselines, revisions, unchanged: plans.length - versions.length, versions };
}

/** One plan, entered or changed by hand. */
export async function approvePlan(
  city: City,
  plan: Plan,
  approval: PlanApproval & { readonly source?: string | null } = {},
): Promise<PlanImportResult> {
  return applyPlanImport(city, { ...approval, importId: null, plans: [plan] });
}

async function decide(
  { tx }: City,
  plans: readonly Plan[],
  year: number,
  subjectIds: readonly string[],
  { importId, source = null, ...approval }: Omit<PlanImport, 'plans'>,
): Promise<NewPlanVersion[]> {
  const known = Map.groupBy(await readPlanVersions(tx, subjectIds, year), ({ subjectId }) => subjectId);
  const lit = await readLatestLitMonths(tx, subjectIds, year);
  return plans.flatMap((plan): NewPlanVersion[] => {
    const { subjectId, monthsFen, totalFen } = plan;
    const decision = nextPlan(plan, known.get(subjectId) ?? [], lit.get(subjectId), approval);
    if (decision.kind === 'unchanged') return [];
    return [{ planId: newId<'plan'>(), subjectId, year, monthsFen, totalFen, ...decision, source, importId }];
  });
}
