import { monthText } from '#kernel/month';
import type { CockpitView } from '../contract.ts';
import { texts } from '../texts.ts';

/** Which month this is, and whether it stands for ever. */
export function monthLine({ month, asOf, lockedAt }: CockpitView): string {
  if (month === null) return '';
  const standing = lockedAt ? texts.locked(asOf ?? '') : texts.notLocked(asOf ?? '');
  return `${monthText(month)} · ${standing}`;
}
