import type { OfficialDocument } from '#documents';
import { lightNames } from '#kernel/light';
import { printBulletin } from '../domain/print.ts';
import { headings, words } from '../texts.ts';
import type { OpenedBulletin } from './open-bulletin.ts';

/** The document as it reads at this point of its way. */
export function documentOf({
  figures,
  wording,
  standing,
}: Pick<OpenedBulletin, 'figures' | 'wording' | 'standing'>): OfficialDocument {
  return printBulletin(figures, wording, standing, { headings, lightNames, words });
}
