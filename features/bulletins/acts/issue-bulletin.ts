import { type City, ensureDifferentPerson, ensureNotSecret } from '#access';
import { renderDocx, renderPdf } from '#documents';
import { type FileKindId, putFile } from '#files';
import type { ReceivedFile } from '#http';
import { standingOf } from '#kernel/document-flow';
import { yearOfMonth } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { ensure, refuse } from '#kernel/refusal';
import { readBulletins } from '../store/bulletin.ts';
import { readAllSteps } from '../store/step.ts';
import { fileName } from './file-name.ts';
import { documentOf } from './print.ts';
import { type Turn, takeStep } from './take-step.ts';

type Numbered = Turn & { readonly issue: number; readonly documentNumber?: string | undefined };

/** 第N期 counts within a year; a corrected version of the same month may keep its number. */
export function numberBulletin(city: City, { issue, documentNumber, ...turn }: Numbered): Promise<number> {
  return takeStep(city, 'number', turn, async ({ bulletin }) => {
    const steps = await readAllSteps(city.tx);
    for (const other of await readBulletins(city.tx)) {
      const sameYear = yearOfMonth(other.month) === yearOfMonth(bulletin.month);
      if (!sameYear || other.month === bulletin.month) continue;
      const taken = standingOf(steps.get(other.bulletinId) ?? []).issue === issue;
      ensure(!taken, 'bulletin.issue_taken', { issue, month: other.month });
    }
    return { issue, documentNumber: documentNumber?.trim() || null };
  });
}

const scans: readonly FileKindId[] = ['pdf', 'ofd', 'png', 'jpeg'];

/** The stamped document as it was scanned: the only seal there is. */
export function sealBulletin(city: City, turn: Turn, file: ReceivedFile): Promise<number> {
  return takeStep(city, 'seal', turn, async () => {
    const kept = await putFile(city, {
      ...{ name: file.name, content: file.bytes, accept: scans },
      ensureNotSecret,
    });
    return { fileId: kept.fileId, fileName: kept.name };
  });
}

/** From now on every office sees it, and what is downloaded is what was kept this day. */
export function issueBulletin(
  city: City,
  { issuedOn, ...turn }: Turn & { readonly issuedOn: PlainDate },
): Promise<number> {
  return takeStep(city, 'issue', turn, async (opened) => {
    const standing = { ...opened.standing, state: 'issued' as const, issuedOn };
    const document = documentOf({ ...opened, standing });
    const keep = (ending: 'pdf' | 'docx', content: Uint8Array) =>
      putFile(city, { name: fileName(opened, ending), content, accept: [ending], ensureNotSecret });
    const pdf = await keep('pdf', renderPdf(document).bytes);
    const docx = await keep('docx', await renderDocx(document));
    return { issuedOn, pdfFileId: pdf.fileId, docxFileId: docx.fileId };
  });
}

type Released = Turn & { readonly reviewer: string; readonly reviewedOn: PlainDate };

/** Nothing becomes public without the secrecy review, by somebody who did not write it. */
export function releaseBulletin(city: City, { reviewer, reviewedOn, ...turn }: Released): Promise<number> {
  return takeStep(city, 'release', turn, ({ wording, authors, standing }) => {
    if (standing.released) refuse('bulletin.already_released');
    ensure(wording.publicity !== '不予公开', 'bulletin.not_for_public');
    for (const { name } of authors) ensureDifferentPerson(name, reviewer.trim());
    return { reviewer: reviewer.trim(), reviewedOn };
  });
}
