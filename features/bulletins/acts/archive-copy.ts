import { createHash } from 'node:crypto';
import { audit, type City } from '#access';
import { downloadName, type FileId, getFile, readFileBytes } from '#files';
import { refuse } from '#kernel/refusal';
import { factsOf } from '#kernel/step-facts';
import { zipBytes } from '#sheets';
import type { BulletinId } from '../store/bulletin.ts';
import { actNames, archiveWords, factNames } from '../texts.ts';
import { type OpenedBulletin, openBulletin } from './open-bulletin.ts';

type Part = { readonly name: string; readonly bytes: Uint8Array };

/** Everything of an issued bulletin in one archive, with a directory that names each part and its SM3. */
export async function archiveCopy(city: City, id: BulletinId) {
  const opened = await openBulletin(city, id, 'bulletin.archive');
  const { bulletin, standing, canonical } = opened;
  const { pdfFileId, docxFileId, sealFileId } = standing;
  if (!pdfFileId || !docxFileId) refuse('bulletin.not_issued');
  const parts: Part[] = [
    { name: archiveWords.pdf, bytes: await readFileBytes(city, pdfFileId as FileId) },
    { name: archiveWords.docx, bytes: await readFileBytes(city, docxFileId as FileId) },
    ...(sealFileId ? [await sealedPart(city, sealFileId as FileId)] : []),
    { name: archiveWords.figures, bytes: Buffer.from(canonical) },
    { name: archiveWords.steps, bytes: Buffer.from(stepsTable(opened)) },
  ];
  const all = [...parts, { name: archiveWords.directory, bytes: Buffer.from(directory(parts)) }];
  const bytes = await zipBytes(all.map((part) => ({ name: part.name, pieces: [part.bytes] })));
  const { month, version, hash } = bulletin;
  const details = { month, version, form: 'archive-copy', hash };
  await audit(city, { action: 'bulletin.download', object: 'bulletin', objectId: id, details });
  return { name: archiveWords.fileName(month, version), bytes };
}

async function sealedPart(city: City, fileId: FileId): Promise<Part> {
  const { name, mediaType } = await getFile(city, fileId);
  const bytes = await readFileBytes(city, fileId);
  return { name: `${archiveWords.sealed}${downloadName(name, mediaType)}`, bytes };
}

function stepsTable({ bulletin, steps }: OpenedBulletin): string {
  const first = [archiveWords.drafted, bulletin.composedBy, bulletin.composedAt.toISOString(), ''];
  const rows = steps.map((step) => {
    const facts = factsOf(step.details, factNames).map(({ name, text }) => `${name}：${text}`);
    const said = step.opinion ? [`${archiveWords.opinion}：${step.opinion}`] : [];
    return [actNames[step.act], step.by, step.at.toISOString(), [...said, ...facts].join('；')];
  });
  return csv([[...archiveWords.stepColumns], first, ...rows]);
}

function directory(parts: readonly Part[]): string {
  const rows = parts.map(({ name, bytes }) => {
    const sum = createHash('sm3').update(bytes).digest('hex');
    return [name, String(bytes.length), sum];
  });
  return csv([[...archiveWords.directoryColumns], ...rows]);
}

/** With a byte order mark, so that spreadsheets take it for UTF-8. */
function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
