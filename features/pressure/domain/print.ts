import type { Block, OfficialDocument } from '#documents';
import type { Standing } from '#kernel/document-flow';
import type { PlainDate } from '#kernel/plain-date';
import { fill, paragraphsOf } from '#kernel/sentence';
import type { LetterFigures } from './figures.ts';
import { dayWords, valuesOf } from './values.ts';
import type { Wording } from './wording.ts';

export type PrintTexts = { readonly underReview: string; readonly dayOpen: string };

/** The letter as its pages read. Numbered and sealed ones carry no mark. */
export function printLetter(
  figures: LetterFigures,
  wording: Wording,
  standing: Pick<Standing, 'state' | 'documentNumber' | 'issuedOn'>,
  { dueOn, texts }: { readonly dueOn: PlainDate | null; readonly texts: PrintTexts },
): OfficialDocument {
  const values = valuesOf(figures, dueOn);
  const { state, documentNumber, issuedOn } = standing;
  const isDone = state === 'issuing' || state === 'issued' || state === 'archived';
  const said = (text: string): Block[] =>
    paragraphsOf(fill(text, values)).map((one) => ({ kind: 'paragraph', text: one }));
  return {
    letter: documentNumber ? { number: documentNumber } : {},
    title: fill(wording.title, values),
    ...(wording.to ? { to: wording.to } : {}),
    body: [...said(wording.facts), ...meetingOf(wording), ...said(wording.requests)],
    signature: { issuer: wording.issuer, date: issuedOn ? dayWords(issuedOn) : texts.dayOpen },
    ...(wording.copies ? { copies: wording.copies.replace(/。$/, '') } : {}),
    ...(isDone ? {} : { mark: texts.underReview }),
  };
}

function meetingOf({ meeting }: Wording): Block[] {
  if (!meeting) return [];
  const { heldOn, place, interviewer, interviewee } = meeting;
  const lines = [
    ['约谈时间', heldOn ? dayWords(heldOn) : ''],
    ['约谈地点', place],
    ['约谈人', interviewer],
    ['被约谈人', interviewee],
  ] as const;
  return lines.map(([name, text]) => ({ kind: 'paragraph', text: `${name}：${text || '待定'}。` }));
}
