import type { City } from '#access';
import { calendarOf } from '#calendar';
import type { OfficialDocument } from '#documents';
import { addWorkingDays } from '#kernel/calendar';
import type { PlainDate } from '#kernel/plain-date';
import { fill } from '#kernel/sentence';
import { printLetter } from '../domain/print.ts';
import { valuesOf } from '../domain/values.ts';
import { words } from '../texts.ts';
import type { OpenedLetter } from './open-letter.ts';

type Printed = Pick<OpenedLetter, 'figures' | 'wording' | 'standing'>;

/** The letter as it reads at this point of its way; its day to answer is known once it is issued. */
export async function documentOf(city: City, opened: Printed): Promise<OfficialDocument> {
  const { figures, wording, standing } = opened;
  const dueOn = await dueOnOf(city, opened);
  return printLetter(figures, wording, standing, { dueOn, texts: words });
}

export async function dueOnOf(
  city: City,
  { figures, standing }: Pick<OpenedLetter, 'figures' | 'standing'>,
): Promise<PlainDate | null> {
  if (!standing.issuedOn) return null;
  return addWorkingDays(await calendarOf(city), standing.issuedOn, figures.workingDays).day;
}

export function titleOf({ figures, wording }: Pick<OpenedLetter, 'figures' | 'wording'>): string {
  return fill(wording.title, valuesOf(figures, null));
}

/** The title, and whether it is still under review. */
export function fileName(opened: Printed, ending: string): string {
  const review = opened.standing.sealFileId === null ? `（${words.underReview}）` : '';
  return `${titleOf(opened)}${review}.${ending}`;
}
