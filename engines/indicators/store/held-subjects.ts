import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { SubjectId } from '../domain/subject.ts';

/** The subjects held by any of these, as the row security of their reports asks. */
export async function readHeldSubjects(tx: Tx, holders: readonly string[]): Promise<SubjectId[]> {
  const { rows } = await sql<{ subjectId: SubjectId }>`
    select distinct project_id as "subjectId" from city.project_scope
    where city_id = ${tx.scope.cityId} and holder_id = any (${holders}::uuid[])`.execute(tables(tx));
  return rows.map(({ subjectId }) => subjectId);
}
