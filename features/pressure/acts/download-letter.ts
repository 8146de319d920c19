import { audit, type City } from '#access';
import { renderDocx, renderPdf } from '#documents';
import { downloadName, type FileId, getFile, readFileBytes } from '#files';
import { refuse } from '#kernel/refusal';
import type { LetterId } from '../store/letter.ts';
import { type OpenedLetter, openLetter } from './open-letter.ts';
import { documentOf, fileName } from './print.ts';

/** The letter as a file: once issued the very bytes that were kept, before that as it reads now. */
export async function downloadLetter(city: City, id: LetterId, form: 'pdf' | 'docx') {
  const opened = await openLetter(city, id, 'letter.download');
  const { pdfFileId, docxFileId } = opened.standing;
  const kept = form === 'pdf' ? pdfFileId : docxFileId;
  const bytes = kept ? await readFileBytes(city, kept as FileId) : await render(city, opened, form);
  await trace(city, opened, form);
  return { name: fileName(opened, form), bytes };
}

async function render(city: City, opened: OpenedLetter, form: 'pdf' | 'docx'): Promise<Uint8Array> {
  const document = await documentOf(city, opened);
  return form === 'pdf' ? renderPdf(document).bytes : renderDocx(document);
}

/** The scan that the office entered. */
export async function downloadSealedCopy(city: City, id: LetterId) {
  const opened = await openLetter(city, id, 'letter.download');
  const fileId = (opened.standing.sealFileId ?? refuse('files.not_found')) as FileId;
  const { name, mediaType } = await getFile(city, fileId);
  const bytes = await readFileBytes(city, fileId);
  await trace(city, opened, 'sealed-copy');
  return { name: downloadName(name, mediaType), bytes };
}

async function trace(city: City, { letter }: OpenedLetter, form: string): Promise<void> {
  await audit(city, {
    ...{ action: 'letter.download', object: 'letter', objectId: letter.letterId },
    details: { form, hash: letter.hash },
  });
}
