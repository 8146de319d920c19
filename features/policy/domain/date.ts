import { isPlainDate, type PlainDate } from '#kernel/plain-date';
import { numeral } from './numeral.ts';

const hanYear = '[二一][〇零O0一二三四五六七八九]{3}';
const hanDay = '[一二三四五六七八九十]{1,3}';

/** A whole day as documents and web pages write it; folded text, or text with spaces. */
export const dayPattern = `(?:(?:19|20)\\d{2}\\s*(?:年|[-—/.])\\s*\\d{1,2}\\s*(?:月|[-—/.])\\s*\\d{1,2}\\s*日?|${hanYear}年${hanDay}月${hanDay}日)`;

export type ReadDay = { readonly day: PlainDate } | { readonly impossible: string };

/** The day a text names; days the calendar does not have are told, not corrected. */
export function readDay(text: string): ReadDay | undefined {
  const bare = text.replace(/\s/g, '');
  const found =
    /^((?:19|20)\d{2}|[二一][〇零O0一二三四五六七八九]{3})(?:年|[-—/.])([0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:月|[-—/.])([0-9]{1,2}|[一二三四五六七八九十]{1,3})日?/.exec(
      bare,
    );
  if (!found) return undefined;
  const [year, month, day] = found
    .slice(1, 4)
    .map((part) => numeral(/^\d+$/.test(part) ? part : part.replace(/[O0]/g, '〇')) ?? 0);
  const written = isoDay(year!, month!, day!);
  return isPlainDate(written) ? { day: written } : { impossible: bare };
}

export function isoDay(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
