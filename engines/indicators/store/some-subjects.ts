import type { RawBuilder } from 'kysely';
import type pg from 'pg';
import { namedQuery, preparedQuery, type Tx, tables } from '#db';
import type { SubjectId } from '../domain/subject.ts';

const fewSubjects = 50;

/**
 * A hot statement for all subjects of the city (null) or for a few: two statements under two names, since no one plan
 * serves both. `text` is given the condition to put behind its others.
 */
export async function querySubjects<Row extends pg.QueryResultRow>(
  tx: Tx,
  name: string,
  text: (andOfSubjects: string) => string,
  values: readonly unknown[],
  subjectIds: readonly SubjectId[] | null,
): Promise<Row[]> {
  if (subjectIds === null) return namedQuery<Row>(tx, name, text(''), values);
  const condition = `and subject_id = any ($${values.length + 1}::uuid[])`;
  return namedQuery<Row>(tx, `${name}-of-some`, text(condition), [...values, subjectIds]);
}

/** A statement over a list of subjects: over a few it is prepared, over many planned for how many they are. */
export async function queryOver<Row>(
  tx: Tx,
  subjectIds: readonly SubjectId[],
  query: RawBuilder<Row>,
): Promise<Row[]> {
  if (subjectIds.length <= fewSubjects) return preparedQuery(tx, query);
  return (await query.execute(tables(tx))).rows;
}
