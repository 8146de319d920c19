import type { RawBuilder } from 'kysely';
import type pg from 'pg';
import { namedQuery, preparedQuery, type Tx, tables } from '#db';
import type { SubjectId } from '../domain/subject.ts';

const fewSubjects = 50;

/** All subjects of the city (null), those from one to another in the order of their ids, or a few by name. */
export type SomeSubjects = readonly SubjectId[] | SubjectRange | null;

type SubjectRange = { readonly first: SubjectId; readonly last: SubjectId };

/**
 * A hot statement for some subjects: a statement under a name of its own for each way to say which, since no one plan
 * serves all. `text` is given the condition to put behind its others.
 */
export async function querySubjects<Row extends pg.QueryResultRow>(
  tx: Tx,
  name: string,
  text: (andOfSubjects: string) => string,
  values: readonly unknown[],
  subjects: SomeSubjects,
): Promise<Row[]> {
  if (subjects === null) return namedQuery<Row>(tx, name, text(''), values);
  const next = values.length + 1;
  if ('first' in subjects) {
    const between = `and subject_id between $${next} and $${next + 1}`;
    return namedQuery<Row>(tx, `${name}-between`, text(between), [...values, subjects.first, subjects.last]);
  }
  const condition = `and subject_id = any ($${next}::uuid[])`;
  return namedQuery<Row>(tx, `${name}-of-some`, text(condition), [...values, subjects]);
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
