import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { ProjectId } from '#engines/registry';
import type { FileId } from '#files';
import type { Id } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';

export type AttachmentId = Id<'attachment'>;

export type Attachment = {
  readonly attachmentId: AttachmentId;
  readonly projectId: ProjectId;
  readonly fileId: FileId;
  readonly kind: 'photo' | 'document';
  readonly caption: string;
  /** The day a photo was taken. */
  readonly takenOn: PlainDate | null;
  readonly addedBy: string;
  readonly addedByName: string;
  readonly addedAt: Date;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly hash: string;
};

/** What hangs on a project now, latest first. */
export async function readAttachments(tx: Tx, projectId: ProjectId): Promise<Attachment[]> {
  const { rows } = await sql<Attachment>`
    select a.attachment_id as "attachmentId", a.project_id as "projectId", a.file_id as "fileId", a.kind, a.caption,
      a.taken_on as "takenOn", a.added_by as "addedBy", a.added_by_name as "addedByName", a.added_at as "addedAt",
      f.name as "fileName", f.media_type as "mediaType", f.size_bytes::integer as "sizeBytes", f.hash
    from city.attachment a
    join city.file f on f.city_id = a.city_id and f.file_id = a.file_id
    where a.city_id = ${tx.scope.cityId} and a.project_id = ${projectId} and not exists (
      select 1 from city.attachment_removal r where r.city_id = a.city_id and r.attachment_id = a.attachment_id)
    order by a.added_at desc, a.attachment_id desc`.execute(tables(tx));
  return rows;
}

type NewAttachment = Omit<Attachment, 'addedAt' | 'fileName' | 'mediaType' | 'sizeBytes' | 'hash'>;

export async function addAttachment(tx: Tx, one: NewAttachment): Promise<void> {
  await sql`
    insert into city.attachment (city_id, attachment_id, project_id, file_id, kind, caption, taken_on, added_by,
      added_by_name)
    values (${tx.scope.cityId}, ${one.attachmentId}, ${one.projectId}, ${one.fileId}, ${one.kind}, ${one.caption},
      ${one.takenOn}, ${one.addedBy}, ${one.addedByName})`.execute(tables(tx));
}

type Removal = Pick<Attachment, 'attachmentId' | 'projectId'> & {
  readonly reason: string;
  readonly removedBy: string;
  readonly removedByName: string;
};

export async function addRemoval(tx: Tx, one: Removal): Promise<void> {
  await sql`
    insert into city.attachment_removal (city_id, attachment_id, project_id, reason, removed_by, removed_by_name)
    values (${tx.scope.cityId}, ${one.attachmentId}, ${one.projectId}, ${one.reason}, ${one.removedBy},
      ${one.removedByName})`.execute(tables(tx));
}

/** Whether a change of stage rests on it: such a proof is not taken off. */
export async function isEvidence(tx: Tx, { projectId, fileId }: Attachment): Promise<boolean> {
  const { rows } = await sql`
    select 1 from city.stage_change c, jsonb_array_elements(c.evidence) proof
    where c.city_id = ${tx.scope.cityId} and c.project_id = ${projectId} and proof ->> 'fileId' = ${fileId}
    limit 1`.execute(tables(tx));
  return rows.length > 0;
}
