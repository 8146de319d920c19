import { fold, repaired } from './fold.ts';
import type { Line } from './line.ts';

/** A stretch of a script, in its characters; the end is not part of it. */
export type Span = { readonly start: number; readonly end: number };

/** Where something stands in the text that was read: characters from the start of the text, and its line from 1. */
export type Place = { readonly start: number; readonly end: number; readonly line: number };

/** What stood before a character in the text. */
export const gaps = { none: 0, space: 1, softBreak: 2, hardBreak: 3 } as const;

/**
 * A document without its white space and page furniture. `printed` and `plain` are one for one: what is found in
 * the folded text is shown as it was printed.
 */
export type Script = {
  readonly printed: string;
  readonly plain: string;
  /** Where each character stands in the text. */
  readonly at: Int32Array;
  readonly lineOf: Int32Array;
  readonly gap: Uint8Array;
  /** Where the rows of a task table begin. */
  readonly rows: ReadonlySet<number>;
};

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\u0000-\u0008\u000e-\u001f]/;

export function scriptOf(lines: readonly Line[]): Script {
  const size = lines.reduce((sum, line) => sum + line.text.length, 0);
  const printed: string[] = [];
  const at = new Int32Array(size);
  const lineOf = new Int32Array(size);
  const gap = new Uint8Array(size);
  const rows = new Set<number>();
  let pending: number = gaps.hardBreak;
  for (const line of lines) {
    if (line.opensRow) rows.add(printed.length);
    for (let index = 0; index < line.text.length; index++) {
      const char = line.text[index]!;
      if (/\s/.test(char)) pending = Math.max(pending, gaps.space);
      if (/\s/.test(char) || invisible.test(char) || line.masked(index)) continue;
      at[printed.length] = line.start + index;
      lineOf[printed.length] = line.number;
      gap[printed.length] = pending;
      printed.push(repaired(char));
      pending = gaps.none;
    }
    pending = Math.max(pending, line.runsOn ? gaps.softBreak : gaps.hardBreak);
  }
  const plain = printed.map((char, index) =>
    fold(char, index > 0 ? printed[index - 1]! : '', printed[index + 1] ?? ''),
  );
  return { printed: printed.join(''), plain: plain.join(''), at, lineOf, gap, rows };
}

export function placeOf(script: Script, { start, end }: Span): Place {
  if (script.plain.length === 0) return { start: 0, end: 0, line: 1 };
  const first = Math.min(start, script.plain.length - 1);
  const last = Math.max(first, Math.min(end, script.plain.length) - 1);
  return { start: script.at[first]!, end: script.at[last]! + 1, line: script.lineOf[first]! };
}

export const printedOf = (script: Script, { start, end }: Span) => script.printed.slice(start, end);

export const plainOf = (script: Script, { start, end }: Span) => script.plain.slice(start, end);

/** Whether a line begins at this character. */
export const atLineStart = (script: Script, index: number) =>
  index === 0 || script.gap[index]! >= gaps.softBreak;

/** Whether a paragraph begins at this character. */
export const atParagraphStart = (script: Script, index: number) =>
  index === 0 || script.gap[index] === gaps.hardBreak;

/** The first paragraph break after `from`, at most `limit`. */
export function paragraphEnd(script: Script, from: number, limit: number): number {
  for (let index = from + 1; index < limit; index++) if (atParagraphStart(script, index)) return index;
  return limit;
}

/** The paragraphs of a stretch. */
export function paragraphsOf(script: Script, { start, end }: Span): Span[] {
  const found: Span[] = [];
  for (let from = start; from < end; ) {
    const to = paragraphEnd(script, from, end);
    found.push({ start: from, end: to });
    from = to;
  }
  return found;
}

/** Every match of a pattern with the flags `g` or `gd` in a stretch, with its span. */
export function matchesIn(
  script: Script,
  span: Span,
  pattern: RegExp,
): { readonly match: RegExpExecArray; readonly span: Span }[] {
  const text = plainOf(script, span);
  return [...text.matchAll(pattern)].map((match) => ({
    match: match as RegExpExecArray,
    span: { start: span.start + match.index, end: span.start + match.index + match[0].length },
  }));
}
