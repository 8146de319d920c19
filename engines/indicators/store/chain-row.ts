import { sql } from 'kysely';
import { namedQuery, type Tx, tables } from '#db';
import type { Month } from '#kernel/month';
import type { ChainRow } from '../domain/chain.ts';
import type { SubjectId } from '../domain/subject.ts';
import type { NewStepEntry } from './chain-step.ts';

const columns = `subject_id as "subjectId", month, state, version, report_number as "reportNumber", returned,
  filled_by as "filledBy", filled_by_person as "filledByPerson", filled_by_name as "filledByName",
  on_behalf_of as "onBehalfOf", filled_at as "filledAt"`;

/** Rows of a month anybody touched, of some subjects or of all visible ones. */
export async function readChainRows(
  tx: Tx,
  month: Month,
  subjectIds: readonly SubjectId[] | null = null,
): Promise<ChainRow[]> {
  return namedQuery<ChainRow>(
    tx,
    subjectIds ? 'chain-rows-of' : 'chain-rows',
    `select ${columns} from city.report_row where city_id = $1 and month = $2
     ${subjectIds ? 'and subject_id = any ($3::uuid[])' : ''}`,
    subjectIds ? [tx.scope.cityId, month, subjectIds] : [tx.scope.cityId, month],
  );
}

export type KeptRow = Omit<ChainRow, 'month' | 'version'>;

/**
 * Puts rows where they stand now, with what was done in the log, all in one statement. Each row grows by one version;
 * its draft, if there is one, has been used up.
 */
export async function putChainRows(
  tx: Tx,
  month: Month,
  rows: readonly KeptRow[],
  entries: readonly NewStepEntry[],
): Promise<void> {
  if (rows.length === 0) return;
  const all = <K extends keyof KeptRow>(name: K) => rows.map((row) => row[name]);
  const of = <K extends keyof NewStepEntry>(name: K) => entries.map((entry) => entry[name]);
  await namedQuery(
    tx,
    'chain-put-rows',
    `with spent as (
       delete from city.report_draft where city_id = $1 and month = $2 and subject_id = any ($3::uuid[])
     ), logged as (
       insert into city.report_step (city_id, month, entry_id, subject_id, act, step, to_state, report_number, account_id,
         person_id, name, on_behalf_of, reason)
       select $1, $2, * from unnest($12::uuid[], $13::uuid[], $14::text[], $15::text[], $16::text[], $17::integer[],
         $18::uuid[], $19::uuid[], $20::text[], $21::text[], $22::text[]))
     insert into city.report_row (city_id, month, subject_id, state, version, report_number, returned, filled_by,
       filled_by_person, filled_by_name, on_behalf_of, filled_at)
     select $1, $2, subject_id, state, 1, report_number, returned, filled_by, filled_by_person, filled_by_name,
       on_behalf_of, filled_at
     from unnest($3::uuid[], $4::text[], $5::integer[], $6::boolean[], $7::uuid[], $8::uuid[], $9::text[], $10::text[],
       $11::timestamptz[])
       as given (subject_id, state, report_number, returned, filled_by, filled_by_person, filled_by_name, on_behalf_of,
         filled_at)
     on conflict (city_id, subject_id, month) do update set state = excluded.state,
       version = report_row.version + 1, report_number = excluded.report_number, returned = excluded.returned,
       filled_by = excluded.filled_by, filled_by_person = excluded.filled_by_person,
       filled_by_name = excluded.filled_by_name, on_behalf_of = excluded.on_behalf_of, filled_at = excluded.filled_at`,
    [
      ...[tx.scope.cityId, month, all('subjectId'), all('state'), all('reportNumber'), all('returned')],
      ...[all('filledBy'), all('filledByPerson'), all('filledByName'), all('onBehalfOf'), all('filledAt')],
      ...[of('entryId'), of('subjectId'), of('act'), of('step'), of('toState'), of('reportNumber')],
      ...[of('accountId'), of('personId'), of('name'), of('onBehalfOf'), of('reason')],
    ],
  );
}

/** A draft was saved or dropped: the row grows by one version, and waits for the first step if nobody touched it yet. */
export async function touchChainRows(
  tx: Tx,
  month: Month,
  subjectIds: readonly SubjectId[],
  state: string,
): Promise<void> {
  await sql`insert into city.report_row (city_id, month, subject_id, state, version)
    select ${tx.scope.cityId}, ${month}, id, ${state}, 1 from unnest(${subjectIds}::uuid[]) id
    on conflict (city_id, subject_id, month) do update set version = report_row.version + 1`.execute(
    tables(tx),
  );
}
