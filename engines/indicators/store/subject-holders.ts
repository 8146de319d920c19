import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { SubjectId } from '../domain/subject.ts';

/** Who holds each subject: those whom the row security of its reports lets in. */
export async function readHolders(
  tx: Tx,
  subjectIds: readonly SubjectId[],
): Promise<Map<SubjectId, readonly string[]>> {
  const { rows } = await sql<{ subjectId: SubjectId; holders: string[] }>`
    select project_id as "subjectId", array_agg(holder_id) as holders from city.project_scope
    where city_id = ${tx.scope.cityId} and project_id = any (${subjectIds}::uuid[]) group by project_id`.execute(
    tables(tx),
  );
  return new Map(rows.map(({ subjectId, holders }) => [subjectId, holders]));
}
