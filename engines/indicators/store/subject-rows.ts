import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { SubjectId } from '../domain/subject.ts';

/**
 * Locks the subjects until commit, always in the same order. Whoever changes what a subject adds to its groups holds
 * this lock, so that two changes never both count from the same state.
 */
export async function lockSubjects(tx: Tx, subjectIds: readonly SubjectId[]): Promise<void> {
  if (subjectIds.length === 0) return;
  const { cityId } = tx.scope;
  await sql`insert into city.subject (city_id, subject_id)
    select ${cityId}, id from unnest(${subjectIds}::uuid[]) id order by id on conflict do nothing`.execute(
    tables(tx),
  );
  await sql`select 1 from city.subject where city_id = ${cityId} and subject_id = any (${subjectIds}::uuid[])
    order by subject_id for update`.execute(tables(tx));
}

/** Locks every subject there is, in the same order, and names them. */
export async function lockAllSubjects(tx: Tx): Promise<SubjectId[]> {
  const { rows } = await sql<{ id: SubjectId }>`select subject_id as id from city.subject
    where city_id = ${tx.scope.cityId} order by subject_id for update`.execute(tables(tx));
  return rows.map(({ id }) => id);
}

export async function findAllSubjects(tx: Tx): Promise<SubjectId[]> {
  const { rows } = await sql<{ id: SubjectId }>`select subject_id as id from city.subject
    where city_id = ${tx.scope.cityId} order by subject_id`.execute(tables(tx));
  return rows.map(({ id }) => id);
}
