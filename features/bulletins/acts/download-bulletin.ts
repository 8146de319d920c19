import { audit, type City } from '#access';
import { renderDocx, renderPdf } from '#documents';
import { downloadName, type FileId, getFile, readFileBytes } from '#files';
import { refuse } from '#kernel/refusal';
import type { BulletinId } from '../store/bulletin.ts';
import { fileName } from './file-name.ts';
import { type OpenedBulletin, openBulletin } from './open-bulletin.ts';
import { documentOf } from './print.ts';

export type Form = 'pdf' | 'docx';

/** The document as a file: once issued the very bytes that were kept, before that as it reads now. */
export async function downloadBulletin(city: City, id: BulletinId, form: Form) {
  const opened = await openBulletin(city, id, 'bulletin.download');
  const { pdfFileId, docxFileId } = opened.standing;
  const kept = form === 'pdf' ? pdfFileId : docxFileId;
  const bytes = kept ? await readFileBytes(city, kept as FileId) : await renderBulletin(opened, form);
  await trace(city, opened, form);
  return { name: fileName(opened, form), bytes };
}

export async function renderBulletin(opened: OpenedBulletin, form: Form): Promise<Uint8Array> {
  const document = documentOf(opened);
  return form === 'pdf' ? renderPdf(document).bytes : renderDocx(document);
}

/** The scan that the office entered. */
export async function downloadSealedCopy(city: City, id: BulletinId) {
  const opened = await openBulletin(city, id, 'bulletin.download');
  const fileId = (opened.standing.sealFileId ?? refuse('files.not_found')) as FileId;
  const { name, mediaType } = await getFile(city, fileId);
  const bytes = await readFileBytes(city, fileId);
  await trace(city, opened, 'sealed-copy');
  return { name: downloadName(name, mediaType), bytes };
}

async function trace(city: City, { bulletin }: OpenedBulletin, form: string): Promise<void> {
  const { bulletinId, month, version, hash } = bulletin;
  await audit(city, {
    action: 'bulletin.download',
    object: 'bulletin',
    objectId: bulletinId,
    details: { month, version, form, hash },
  });
}
