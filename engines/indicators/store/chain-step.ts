import { sql } from 'kysely';
import { preparedQuery, type Tx, tables } from '#db';
import type { Month } from '#kernel/month';
import type { StepEntry } from '../domain/chain.ts';
import type { SubjectId } from '../domain/subject.ts';
import { addRows } from './add-rows.ts';
import type { StoredFacts } from './chain-draft.ts';

export type NewStepEntry = Omit<StepEntry, 'at'> & {
  readonly facts?: StoredFacts | null;
  readonly about?: string | null;
};

const columns = [
  ...[
    'entry_id',
    'subject_id',
    'month',
    'act',
    'step',
    'to_state',
    'report_number',
    'account_id',
    'person_id',
  ],
  ...['name', 'on_behalf_of', 'reason', 'facts', 'about'],
];

export async function addSteps(tx: Tx, entries: readonly NewStepEntry[]): Promise<void> {
  await addRows(
    tx,
    'city.report_step',
    columns,
    entries.map((one) => [
      ...[one.entryId, one.subjectId, one.month, one.act, one.step, one.toState, one.reportNumber],
      ...[one.accountId, one.personId, one.name, one.onBehalfOf, one.reason],
      one.facts ? { ...one.facts } : null,
      one.about ?? null,
    ]),
  );
}

const shown =
  sql.raw(`entry_id as "entryId", subject_id as "subjectId", month, act, step, to_state as "toState",
  report_number as "reportNumber", account_id as "accountId", person_id as "personId", name,
  on_behalf_of as "onBehalfOf", reason, recorded_at as at`);

/** The log of a month, of some subjects or of all visible ones; oldest first. */
export async function readSteps(
  tx: Tx,
  month: Month,
  subjectIds: readonly SubjectId[] | null = null,
): Promise<StepEntry[]> {
  const { rows } = await sql<StepEntry>`select ${shown} from city.report_step
    where city_id = ${tx.scope.cityId} and month = ${month}
      and (${subjectIds}::uuid[] is null or subject_id = any (${subjectIds}::uuid[]))
    order by subject_id, entry_id`.execute(tables(tx));
  return rows;
}

/** A subject's log of a year's months; oldest first. */
export async function readStepsOfYear(tx: Tx, subjectId: SubjectId, year: number): Promise<StepEntry[]> {
  const rows = await preparedQuery(
    tx,
    sql<StepEntry>`select ${shown} from city.report_step
    where city_id = ${tx.scope.cityId} and subject_id = ${subjectId}
      and month between ${`${year}-01`} and ${`${year}-12`}
    order by month, entry_id`,
  );
  return rows;
}
