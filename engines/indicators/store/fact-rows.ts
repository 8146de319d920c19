import type { Tx } from '#db';
import type { Fen } from '#kernel/money';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { Statement } from '../domain/known-state.ts';
import type { SubjectId } from '../domain/subject.ts';
import { querySubjects, type SomeSubjects } from './some-subjects.ts';

export type PlanFigures = {
  readonly subjectId: SubjectId;
  readonly number: number;
  readonly planToMonthFen: Fen | null;
  readonly planYearFen: Fen | null;
};

/** Each subject's plan as it stands for a month, summed to it. */
export async function readPlanFigures(tx: Tx, month: Month, subjects: SomeSubjects): Promise<PlanFigures[]> {
  const count = Number(month.slice(5));
  const months = Array.from({ length: count }, (_, at) => `coalesce(months_fen[${at + 1}], 0)`);
  return querySubjects<PlanFigures>(
    tx,
    `indicators-plan-figures-${count}`,
    (
      andOfSubjects,
    ) => `select distinct on (subject_id) subject_id as "subjectId", number, total_fen as "planYearFen",
       case when array_remove(months_fen, null) = '{}' then null else ${months.join(' + ')} end as "planToMonthFen"
     from city.plan_version
     where city_id = $1 and year = $2 and effective_from <= $3 ${andOfSubjects}
     order by subject_id, number desc`,
    [tx.scope.cityId, Number(month.slice(0, 4)), month],
    subjects,
  );
}

/** What the verified reports of a subject, received up to a day, say by the end of a month. */
export type KnownReports = {
  readonly subjectId: SubjectId;
  /** The month's own report; null where there is none. */
  readonly number: number | null;
  readonly cumFen: Fen | null;
  /** In order, and of all that was said only what decides: nothing else would be known from the others. */
  readonly said: readonly Statement[];
};

type KnownRow = Pick<KnownReports, 'subjectId' | 'number' | 'cumFen'> & {
  readonly notStarted: Month | null;
  readonly firstStarted: Month | null;
  readonly actualStart: string | null;
  readonly entered: Month | null;
  readonly notEntered: Month | null;
};

/**
 * One row for each subject, however many months it reported. What decides: the latest 未开工, the first 开工 after it, the
 * latest actual start and the latest word on statistics.
 */
export async function readKnownReports(
  tx: Tx,
  { month, asOf }: { month: Month; asOf: PlainDate },
  subjects: SomeSubjects,
): Promise<KnownReports[]> {
  const latest = `select distinct on (subject_id, month) subject_id, month, number, withdrawn, cum_fen, started,
      actual_start, entered
    from city.report where city_id = $1 and month <= $2 and standing = 'verified' and received_on <= $3`;
  const rows = await querySubjects<KnownRow>(
    tx,
    'indicators-known-reports',
    (
      andOfSubjects,
    ) => `select subject_id as "subjectId", number, cum_fen as "cumFen", not_started as "notStarted",
       case when not_started is null then first_started when last_started > not_started then (
         select min(after.month) from (
           ${latest} and subject_id = known.subject_id and month > known.not_started
           order by subject_id, month, number desc) after
         where not after.withdrawn and after.started) end as "firstStarted",
       actual_start as "actualStart", entered, not_entered as "notEntered"
     from (
       select subject_id, max(number) filter (where month = $2) as number,
         max(cum_fen) filter (where month = $2) as cum_fen, max(month) filter (where not started) as not_started,
         min(month) filter (where started) as first_started, max(month) filter (where started) as last_started,
         max(month || actual_start) filter (where started is not false) as actual_start,
         max(month) filter (where entered) as entered, max(month) filter (where not entered) as not_entered
       from (${latest} ${andOfSubjects} order by subject_id, month, number desc) latest
       where not withdrawn
       group by subject_id) known`,
    [tx.scope.cityId, month, asOf],
    subjects,
  );
  return rows.map(({ subjectId, number, cumFen, ...decides }) => ({
    ...{ subjectId, number, cumFen },
    said: statementsOf(decides),
  }));
}

const lengthOfMonth = '2023-05'.length;

function statementsOf(row: Omit<KnownRow, 'subjectId' | 'number' | 'cumFen'>): Statement[] {
  const said: Statement[] = [];
  const say = (month: string | null, facts: Partial<Statement>) => {
    if (month)
      said.push({ month: month as Month, started: null, actualStart: null, entered: null, ...facts });
  };
  say(row.notStarted, { started: false });
  say(row.firstStarted, { started: true });
  const [month, day] = [row.actualStart?.slice(0, lengthOfMonth), row.actualStart?.slice(lengthOfMonth)];
  say(month ?? null, { actualStart: day ?? null });
  say(row.entered, { entered: true });
  say(row.notEntered, { entered: false });
  return said.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
}
