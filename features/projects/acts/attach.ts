import { audit, type City, ensureNotSecret } from '#access';
import type { ProjectId } from '#engines/registry';
import { downloadName, type FileKindId, fileKinds, putFile, readFileBytes } from '#files';
import type { ReceivedFile } from '#http';
import { newId } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';
import { defineRefusals, ensure, refuse } from '#kernel/refusal';
import {
  type Attachment,
  type AttachmentId,
  addAttachment,
  addRemoval,
  isEvidence,
  readAttachments,
} from '../store/attachment.ts';
import { mayDo, projectFor } from './project-target.ts';

defineRefusals({
  'attachment.not_found': { status: 404, text: '项目没有这个附件，或已被移除。请刷新页面' },
  'attachment.taken_in_future': { status: 422, text: '拍摄日期 {takenOn} 在今天之后' },
  'attachment.too_many': {
    status: 409,
    text: '一个项目最多保留 {most} 个附件。请先移除不再需要的，再上传',
  },
  'attachment.is_evidence': { status: 409, text: '「{caption}」是阶段变更的佐证，不能移除' },
});

const photos: readonly FileKindId[] = ['jpeg', 'png', 'webp'];
const documents: readonly FileKindId[] = ['pdf', 'ofd', 'docx', 'doc', 'xlsx', 'xls'];
/** A whole life's photos and documents; more is an archive, which a project card is not. */
const mostAttachments = 500;

export async function listAttachments(city: City, id: ProjectId) {
  const view = await projectFor(city, 'project.view-detail', id);
  const attachments = await readAttachments(city.tx, id);
  const mayAdd = mayDo(city, 'project.attach', view) && !view.withdrawn;
  return { attachments: attachments.map((one) => attachmentView(one, mayAdd)), mayAdd };
}

function attachmentView(one: Attachment, mayRemove: boolean) {
  const { attachmentId, kind, caption, takenOn, addedAt, fileName, mediaType, sizeBytes, hash } = one;
  const file = { fileName, mediaType, sizeBytes, hash };
  return { attachmentId, kind, caption, takenOn, addedBy: one.addedByName, addedAt, ...file, mayRemove };
}

type NewAttachment = {
  readonly id: ProjectId;
  readonly caption: string;
  readonly takenOn?: PlainDate | undefined;
  readonly file: ReceivedFile;
};

/** Hangs a photo or document on the project; what it is, its content says. */
export async function attach(city: City, { id, caption, takenOn, file }: NewAttachment) {
  const { tx, actor, today } = city;
  const view = await projectFor(city, 'project.attach', id);
  ensureNotSecret({ text: caption });
  ensure(!takenOn || takenOn <= today, 'attachment.taken_in_future', { takenOn });
  const there = await readAttachments(tx, id);
  ensure(there.length < mostAttachments, 'attachment.too_many', { most: mostAttachments });
  const accept = [...photos, ...documents];
  const kept = await putFile(city, { name: file.name, content: file.bytes, accept, ensureNotSecret });
  const attachmentId: AttachmentId = newId<'attachment'>();
  const kind = photos.some((one) => fileKinds[one].mediaType === kept.mediaType) ? 'photo' : 'document';
  const { fileId, hash, sizeBytes } = kept;
  await addAttachment(tx, {
    ...{ attachmentId, projectId: id, fileId, kind, caption: caption.trim(), takenOn: takenOn ?? null },
    ...{ addedBy: actor.accountId, addedByName: actor.name },
  });
  await audit(city, {
    action: 'project.attach',
    object: 'project',
    objectId: id,
    details: { attachmentId, project: view.number, kind, fileName: kept.name, hash, sizeBytes },
  });
  return { attachmentId };
}

type OneAttachment = { readonly id: ProjectId; readonly attachmentId: AttachmentId };

/** The content, checked against its hash. */
export async function openAttachment(city: City, { id, attachmentId }: OneAttachment) {
  await projectFor(city, 'project.view-detail', id);
  const { fileId, fileName, mediaType } = await getAttachment(city, { id, attachmentId });
  const bytes = await readFileBytes(city, fileId);
  const details = { attachmentId, fileName };
  await audit(city, { action: 'project.open-attachment', object: 'project', objectId: id, details });
  return { name: downloadName(fileName, mediaType), bytes, contentType: mediaType };
}

/** Takes an attachment off; what a change of stage rests on stays. */
export async function detach(city: City, { reason, ...one }: OneAttachment & { readonly reason: string }) {
  const { tx, actor } = city;
  const { id, attachmentId } = one;
  await projectFor(city, 'project.attach', id);
  const attachment = await getAttachment(city, one);
  ensureNotSecret({ text: reason });
  const { caption, fileName } = attachment;
  if (await isEvidence(tx, attachment)) refuse('attachment.is_evidence', { caption });
  const by = { removedBy: actor.accountId, removedByName: actor.name };
  await addRemoval(tx, { attachmentId, projectId: id, reason: reason.trim(), ...by });
  const details = { attachmentId, fileName, reason };
  await audit(city, { action: 'project.detach', object: 'project', objectId: id, details });
}

async function getAttachment({ tx }: City, { id, attachmentId }: OneAttachment): Promise<Attachment> {
  const found = (await readAttachments(tx, id)).find((one) => one.attachmentId === attachmentId);
  return found ?? refuse('attachment.not_found');
}
