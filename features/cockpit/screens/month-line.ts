import type { CockpitView } from '../contract.ts';
import { monthWords, texts } from '../texts.ts';

const inShanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** Which month this is, and whether it stands for ever. */
export function monthLine({ month, asOf, lockedAt }: CockpitView): string {
  if (month === null) return '';
  const standing = lockedAt
    ? texts.locked(asOf ?? '', inShanghai.format(new Date(lockedAt)))
    : texts.notLocked(asOf ?? '');
  return `${monthWords(month)} · ${standing}`;
}
