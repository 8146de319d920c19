import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Month } from '#kernel/month';
import type { LightNote } from '../domain/light-note.ts';
import type { SubjectId } from '../domain/subject.ts';

const columns = sql`n.subject_id as "subjectId", n.month, n.kind, n.number, n.value, n.computed, n.reason,
  n.signed_by as "signedBy", n.recorded_at as "recordedAt"`;

/** The notes that stand on the lights of a month: the latest of each kind, those taken back left out. */
export async function readStandingNotes(tx: Tx, month: Month): Promise<LightNote[]> {
  const { rows } = await sql<LightNote>`
    select * from (
      select distinct on (n.subject_id, n.kind) ${columns} from city.light_note n
      where n.city_id = ${tx.scope.cityId} and n.month = ${month}
      order by n.subject_id, n.kind, n.number desc) standing
    where value is not null order by "recordedAt" desc`.execute(tables(tx));
  return rows;
}

/** Every note ever written on a subject's lights, the latest first. */
export async function readNotesOf(tx: Tx, subjectId: SubjectId): Promise<LightNote[]> {
  const { rows } = await sql<LightNote>`
    select ${columns} from city.light_note n
    where n.city_id = ${tx.scope.cityId} and n.subject_id = ${subjectId}
    order by n.month desc, n.recorded_at desc, n.number desc`.execute(tables(tx));
  return rows;
}

export async function addNote(
  tx: Tx,
  note: Omit<LightNote, 'recordedAt'> & { readonly evaluationId: string; readonly actorId: string },
): Promise<void> {
  const { subjectId, month, kind, number, value, computed, evaluationId, reason, signedBy, actorId } = note;
  await sql`
    insert into city.light_note (city_id, month, subject_id, kind, number, value, computed, evaluation_id, reason,
      signed_by, actor_id)
    values (${tx.scope.cityId}, ${month}, ${subjectId}, ${kind}, ${number}, ${value}, ${computed}, ${evaluationId},
      ${reason}, ${signedBy}, ${actorId})`.execute(tables(tx));
}
