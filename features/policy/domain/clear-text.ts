import type { Script, Span } from './script.ts';

/** A stretch in which names that hold numbers, titles of documents and lists of units are blanked out, one for one. */
export function clearText(
  script: Script,
  span: Span,
  hidden: readonly Span[],
  { quotations = false }: { readonly quotations?: boolean } = {},
): string {
  const chars = [...script.plain.slice(span.start, span.end)];
  const hide = (start: number, end: number) => {
    for (let at = Math.max(0, start); at < Math.min(end, chars.length); at++) chars[at] = blank;
  };
  const text = chars.join('');
  for (const match of text.matchAll(/《[^《》]{1,80}》/g)) hide(match.index, match.index + match[0].length);
  for (const match of text.matchAll(
    /[（〔【][^（）〔〕【】]{0,14}(?:19|20)\d{2}[〕）】]?\d{0,4}号?[〕）】]/g,
  ))
    if (/号/.test(match[0])) hide(match.index, match.index + match[0].length);
  for (const match of text.matchAll(/[\u4e00-\u9fff]{2,10}[〔（【](?:19|20)\d{2}[〕）】]\d{1,4}号/g))
    hide(match.index, match.index + match[0].length);
  for (const [from, to] of quotations ? [] : quotedPairs(text))
    if (!/^十[三四五六]五$/.test(text.slice(from + 1, to))) hide(from + 1, to);
  for (const { start, end } of hidden) hide(start - span.start, end - span.start);
  return chars.join('');
}

export const blank = '\u25a1';

/** Quotation marks in pairs within a sentence, whichever way they were printed; longer quotations are read. */
function quotedPairs(text: string): [number, number][] {
  const pairs: [number, number][] = [];
  let open = -1;
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char === '。') open = -1;
    if (char !== '"') continue;
    if (open >= 0 && index - open <= 24) {
      pairs.push([open, index]);
      open = -1;
    } else open = index;
  }
  return pairs;
}
