import type pg from 'pg';
import { namedQuery, type Tx } from '#db';
import type { SubjectId } from '../domain/subject.ts';

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
