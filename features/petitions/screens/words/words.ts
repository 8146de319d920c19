import { CallRefused } from '#http/client';
import type { Language } from '../../contract.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { type Words, zh } from './zh.ts';

export type { Words } from './zh.ts';

export const wordsIn: Readonly<Record<Language, Words>> = { zh, en, ja, ko };

/** What the browser is told a page's words are in. */
export const langTags: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en', ja: 'ja', ko: 'ko' };

/** Why something was refused, in the reader's language; what has no words there is told as the server says it. */
export function refusalWords(words: Words, error: unknown): string {
  if (!(error instanceof CallRefused)) return words.refused;
  return words.refusals[error.code] ?? (words === zh ? error.text : `${words.refused}: ${error.text}`);
}
