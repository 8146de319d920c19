import { fill } from '#kernel/sentence';
import { valuesOf } from '../domain/values.ts';
import { words } from '../texts.ts';
import type { OpenedBulletin } from './open-bulletin.ts';

/** The title, and whether it is still under review. */
export function fileName({ figures, wording, standing }: OpenedBulletin, ending: string): string {
  const title = fill(wording.title, valuesOf(figures));
  const review = standing.sealFileId === null ? `（${words.underReview}）` : '';
  return `${title}${review}.${ending}`;
}
