import { sql } from 'kysely';
import { namedQuery, type Tx, tables } from '#db';
import type { SubjectId } from '../domain/subject.ts';

/**
 * Locks the subjects until commit, always in the same order. Whoever changes what a subject adds to its groups holds
 * this lock, so that two changes never both count from the same state.
 */
export async function lockSubjects(tx: Tx, subjectIds: readonly SubjectId[]): Promise<void> {
  if (subjectIds.length === 0) return;
  // One at a time cannot cross another; many are taken in order, new ones first.
  if (subjectIds.length === 1 && (await lockKnown(tx, subjectIds)) === 1) return;
  await sql`insert into city.subject (city_id, subject_id)
    select ${tx.scope.cityId}, id from unnest(${subjectIds}::uuid[]) id order by id on conflict do nothing`.execute(
    tables(tx),
  );
  await lockKnown(tx, subjectIds);
}

/** Locks those of the subjects that there are, and says how many. */
export async function lockKnown(tx: Tx, subjectIds: readonly SubjectId[]): Promise<number> {
  const locked = await namedQuery(
    tx,
    'indicators-lock-subjects',
    `select 1 from city.subject where city_id = $1 and subject_id = any ($2::uuid[]) order by subject_id for update`,
    [tx.scope.cityId, subjectIds],
  );
  return locked.length;
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
