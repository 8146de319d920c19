import type { City } from '#access';
import { newId } from '#kernel/id';
import { type Month, yearOfMonth } from '#kernel/month';
import { ensure } from '#kernel/refusal';
import type { SubjectId } from '../domain/subject.ts';
import { addPlanVersions, readLatestLitMonths, readPlanVersions } from '../store/plan-rows.ts';
import { keepRollups, wholeYear } from './keep-rollups.ts';

/**
 * From a month on subjects have no plan of its year: others carry it. Months before keep the version they were lit by.
 * Who has no plan is passed over.
 */
export async function withdrawPlans(
  city: City,
  about: {
    readonly subjectIds: readonly SubjectId[];
    readonly fromMonth: Month;
    readonly reason: string;
    readonly approver: string;
  },
): Promise<void> {
  const { tx } = city;
  const { subjectIds, fromMonth, reason, approver } = about;
  const year = yearOfMonth(fromMonth);
  await keepRollups(city, subjectIds, wholeYear(year), async () => {
    const lit = await readLatestLitMonths(tx, subjectIds, year);
    for (const month of lit.values()) ensure(month < fromMonth, 'plan.year_closed', { year });
    const known = Map.groupBy(await readPlanVersions(tx, subjectIds, year), ({ subjectId }) => subjectId);
    const fresh = subjectIds.flatMap((subjectId) => {
      const latest = known.get(subjectId)?.at(-1);
      if (!latest || latest.kind === 'withdrawal') return [];
      return [
        {
          ...{ planId: newId<'plan'>(), subjectId, year, number: latest.number + 1 },
          ...{ kind: 'withdrawal' as const, monthsFen: Array<null>(12).fill(null), totalFen: null },
          ...{ effectiveFrom: fromMonth, reason, approver, source: null, importId: null },
        },
      ];
    });
    await addPlanVersions(tx, fresh, city.actor.name);
  });
}
