import type { Tx } from '#db';
import type { Fen } from '#kernel/money';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { Statement } from '../domain/known-state.ts';
import type { SubjectId } from '../domain/subject.ts';
import { querySubjects } from './some-subjects.ts';

export type PlanFigures = {
  readonly subjectId: SubjectId;
  readonly number: number;
  readonly planToMonthFen: Fen | null;
  readonly planYearFen: Fen | null;
};

/** Each subject's plan as it stands for a month, summed to it. */
export async function readPlanFigures(
  tx: Tx,
  month: Month,
  subjectIds: readonly SubjectId[] | null,
): Promise<PlanFigures[]> {
  return querySubjects<PlanFigures>(
    tx,
    'indicators-plan-figures',
    (andOfSubjects) => `select subject_id as "subjectId", number, total_fen as "planYearFen",
       case when array_remove(months_fen, null) = '{}' then null
         else coalesce((select sum(f) from unnest(months_fen[1:$3]) f), 0)::bigint end as "planToMonthFen"
     from (
       select distinct on (subject_id) subject_id, number, total_fen, months_fen from city.plan_version
       where city_id = $1 and year = $2 and effective_from <= $4 ${andOfSubjects}
       order by subject_id, number desc) standing`,
    [tx.scope.cityId, Number(month.slice(0, 4)), Number(month.slice(5)), month],
    subjectIds,
  );
}

export type MonthStatement = Statement & {
  readonly subjectId: SubjectId;
  readonly number: number;
  readonly cumFen: Fen | null;
};

/**
 * By subject and month, what the verified reports received up to a day say: the month's own in any case, of earlier ones only
 * those that say something else on start and entry than the one before.
 */
export async function readStatements(
  tx: Tx,
  { month, asOf }: { month: Month; asOf: PlainDate },
  subjectIds: readonly SubjectId[] | null,
): Promise<MonthStatement[]> {
  return querySubjects<MonthStatement>(
    tx,
    'indicators-statements',
    (
      andOfSubjects,
    ) => `select subject_id as "subjectId", month, number, cum_fen as "cumFen", started, actual_start as "actualStart",
       entered
     from (
       select *, lag(started) over earlier as started_before, lag(actual_start) over earlier as actual_before,
         lag(entered) over earlier as entered_before
       from (
         select distinct on (subject_id, month) subject_id, month, number, withdrawn, cum_fen, started, actual_start,
           entered
         from city.report
         where city_id = $1 and month <= $2 and standing = 'verified' and received_on <= $3 ${andOfSubjects}
         order by subject_id, month, number desc) latest
       where not withdrawn
       window earlier as (partition by subject_id order by month)) compared
     where month = $2 or started is distinct from started_before or actual_start is distinct from actual_before
       or entered is distinct from entered_before
     order by subject_id, month`,
    [tx.scope.cityId, month, asOf],
    subjectIds,
  );
}
