import { sql } from 'kysely';
import { preparedQuery, type Tx, tables } from '#db';
import type { Month } from '#kernel/month';
import type { SubjectDuty, SubjectId } from '../domain/subject.ts';
import { addRows } from './add-rows.ts';
import { querySubjects, type SomeSubjects } from './some-subjects.ts';

export type StandingDuty = Required<SubjectDuty> & { readonly number: number };

const dutyColumns = `subject_id as "subjectId", from_month as "fromMonth", category,
  planned_start_month as "plannedStartMonth", started_month as "startedMonth", owes, reason, number`;

/** For each subject and month asked, the latest row stated for exactly that month. */
export async function findStatedDuties(
  tx: Tx,
  asked: readonly { subjectId: SubjectId; fromMonth: Month }[],
): Promise<StandingDuty[]> {
  const subjectIds = [...new Set(asked.map((one) => one.subjectId))];
  const months = [...new Set(asked.map((one) => one.fromMonth))];
  const { rows } = await sql<StandingDuty>`
    select distinct on (subject_id, from_month) ${sql.raw(dutyColumns)}
    from city.subject_duty
    where city_id = ${tx.scope.cityId} and subject_id = any (${subjectIds}::uuid[])
      and from_month = any (${months}::text[])
    order by subject_id, from_month, number desc`.execute(tables(tx));
  return rows;
}

/** What every subject of the city (null), or some, owe in a month; a duty ends with its year. */
export async function readDutiesIn(
  tx: Tx,
  month: Month,
  subjects: SomeSubjects = null,
): Promise<StandingDuty[]> {
  return querySubjects<StandingDuty>(
    tx,
    'indicators-duties-in',
    (andOfSubjects) => `select distinct on (subject_id) ${dutyColumns} from city.subject_duty
     where city_id = $1 and from_month between $2 and $3 ${andOfSubjects}
     order by subject_id, from_month desc, number desc`,
    [tx.scope.cityId, `${month.slice(0, 4)}-01`, month],
    subjects,
  );
}

export async function readDutiesOf(tx: Tx, subjectId: SubjectId): Promise<StandingDuty[]> {
  const rows = await preparedQuery(
    tx,
    sql<StandingDuty>`
    select ${sql.raw(dutyColumns)} from city.subject_duty
    where city_id = ${tx.scope.cityId} and subject_id = ${subjectId}
    order by from_month, number`,
  );
  return rows;
}

export async function addDuties(
  tx: Tx,
  duties: readonly (Required<SubjectDuty> & { number: number })[],
  recordedBy: string,
): Promise<void> {
  const columns = [
    'subject_id',
    'from_month',
    'number',
    'category',
    'planned_start_month',
    'started_month',
    'owes',
  ];
  await addRows(
    tx,
    'city.subject_duty',
    [...columns, 'reason', 'recorded_by'],
    duties.map((duty) => [
      duty.subjectId,
      duty.fromMonth,
      duty.number,
      duty.category,
      duty.plannedStartMonth,
      duty.startedMonth,
      duty.owes,
      duty.reason,
      recordedBy,
    ]),
  );
}
