import { type City, ensureNotSecret } from '#access';
import { renderDocx, renderPdf } from '#documents';
import { type FileKindId, putFile } from '#files';
import type { ReceivedFile } from '#http';
import { ensureAsked } from '#kernel/document-flow';
import type { PlainDate } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import { findNumber } from '../store/step.ts';
import { flowNames } from '../texts.ts';
import { officeOf } from './first-wording.ts';
import { openLetterMatter } from './open-letter-matter.ts';
import { documentOf, dueOnOf, fileName } from './print.ts';
import { type Turn, takeStep } from './take-step.ts';

/** An interview is countersigned by the government office, whoever else is asked. */
export function checkLetter(
  city: City,
  { offices, ...turn }: Turn & { readonly offices: readonly string[] },
): Promise<number> {
  return takeStep(city, 'check', turn, ({ letter }) => {
    const asked = [...new Set(offices.map((one) => one.trim()).filter((one) => one !== ''))];
    const office = officeOf(city, 'government-office');
    const isAsked = letter.form !== 'interview' || asked.includes(office);
    ensure(isAsked, 'letter.interview_countersign', { office });
    return { offices: asked };
  });
}

export function countersignLetter(
  city: City,
  { office, signer, ...turn }: Turn & { readonly office: string; readonly signer: string },
): Promise<number> {
  return takeStep(city, 'countersign', turn, ({ standing }) => {
    ensureAsked(standing, office.trim(), flowNames);
    return { office: office.trim(), signer: signer.trim() };
  });
}

/** The number comes from the office's own system and is never made here. */
export function numberLetter(
  city: City,
  { documentNumber, ...turn }: Turn & { readonly documentNumber: string },
): Promise<number> {
  return takeStep(city, 'number', turn, async ({ letter }) => {
    const number = documentNumber.trim();
    ensure(number, 'letter.no_number');
    ensure(!(await findNumber(city.tx, number, letter.letterId)), 'letter.number_taken', { number });
    return { documentNumber: number };
  });
}

const scans: readonly FileKindId[] = ['pdf', 'ofd', 'png', 'jpeg'];

/** The stamped letter as it was scanned: the only seal there is. */
export function sealLetter(city: City, turn: Turn, file: ReceivedFile): Promise<number> {
  return takeStep(city, 'seal', turn, async () => {
    const given = { name: file.name, content: file.bytes, accept: scans, ensureNotSecret };
    const kept = await putFile(city, given);
    return { fileId: kept.fileId, fileName: kept.name };
  });
}

/** From now on its recipient sees it, what is downloaded is what was kept this day, and the matter's clocks run. */
export function issueLetter(
  city: City,
  { issuedOn, ...turn }: Turn & { readonly issuedOn: PlainDate },
): Promise<number> {
  return takeStep(city, 'issue', turn, async (opened) => {
    const { letter, wording } = opened;
    const { meeting } = wording;
    const isSet = meeting?.interviewer && meeting.interviewee && meeting.heldOn;
    ensure(letter.form !== 'interview' || isSet, 'letter.meeting_open');
    const issued = { ...opened, standing: { ...opened.standing, state: 'issued' as const, issuedOn } };
    const document = await documentOf(city, issued);
    const keep = (ending: 'pdf' | 'docx', content: Uint8Array) =>
      putFile(city, { name: fileName(issued, ending), content, accept: [ending], ensureNotSecret });
    const pdf = await keep('pdf', renderPdf(document).bytes);
    const docx = await keep('docx', await renderDocx(document));
    const matterId = await openLetterMatter(city, issued, {
      ...{ pdf, document, dueOn: (await dueOnOf(city, issued)) ?? issuedOn },
    });
    const { documentNumber, sealFileId } = opened.standing;
    return {
      ...{ issuedOn, pdfFileId: pdf.fileId, docxFileId: docx.fileId, matterId, documentNumber },
      ...(sealFileId ? { fileId: sealFileId } : {}),
    };
  });
}
