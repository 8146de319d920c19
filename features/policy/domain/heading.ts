import type { Node } from './outline.ts';
import { atParagraphStart, gaps, paragraphEnd, printedOf, type Script, type Span } from './script.ts';
import { unitMarks } from './unit-mark.ts';

/** The words over a measure or a chapter. */
export type Heading = {
  readonly title: string;
  readonly span: Span;
  /** Where the text under it begins. */
  readonly bodyStart: number;
  /** Whether it fills its paragraph. */
  readonly alone: boolean;
};

/** A title behind which no text follows is told apart from one that runs into its text. */
export function headingOf(script: Script, node: Node): Heading {
  const until = node.children[0]?.start ?? node.until;
  const start = node.end;
  const paragraph =
    atParagraphStart(script, start) && start > node.start
      ? paragraphEnd(script, start, until)
      : paragraphEnd(script, node.start, until);
  const bracket = bracketTitle(script, node, start, paragraph);
  if (bracket) return { ...bracket, alone: bracket.bodyStart >= paragraph };
  const units = unitMarks(script, { start, end: paragraph }, { bare: false })[0]?.span.start ?? paragraph;
  const stop = indexOf(script, /[。！？]/, start, Math.min(paragraph, units + 1));
  let end = Math.min(stop ?? paragraph, paragraph, units);
  let bodyStart = Math.min(paragraph, (stop ?? end) + (stop === undefined ? 0 : 1));
  if (end === units) bodyStart = units;
  if (end - start > 40 || (node.kind === 'article' && end - start > 24)) {
    const short = shortTitle(script, start, end);
    if (short !== undefined) [end, bodyStart] = [short, short + (/[：]/.test(script.plain[short]!) ? 1 : 0)];
  }
  const trimmed = trim(script, { start, end });
  const alone = bodyStart >= paragraph || stop === undefined;
  return { title: printedOf(script, trimmed), span: trimmed, bodyStart, alone };
}

/** 第五条（职责分工） and 1.【加大支持】: the title stands in the bracket. */
function bracketTitle(script: Script, node: Node, start: number, limit: number) {
  const open = script.plain[start];
  if (open !== '【' && !(open === '（' && node.kind === 'article')) return undefined;
  const close = indexOf(script, open === '【' ? /】/ : /）/, start, Math.min(limit, start + 30));
  if (close === undefined) return undefined;
  const span = { start: start + 1, end: close };
  if (/单位|部门|牵头/.test(script.plain.slice(span.start, Math.min(span.end, span.start + 6))))
    return undefined;
  return { title: printedOf(script, span), span, bodyStart: close + 1 };
}

/** A title before a colon or before white space, where the first sentence is too long to be one. */
function shortTitle(script: Script, start: number, end: number): number | undefined {
  const limit = Math.min(end, start + 30);
  for (let index = start + 3; index < limit; index++) {
    if (script.plain[index] === '：') return index;
    if (script.gap[index] === gaps.space) return index;
    if (/[，；]/.test(script.plain[index]!)) return undefined;
  }
  return undefined;
}

function indexOf(script: Script, pattern: RegExp, from: number, limit: number): number | undefined {
  for (let index = from; index < limit; index++) if (pattern.test(script.plain[index]!)) return index;
  return undefined;
}

function trim(script: Script, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (to > from && /[。：；，、.]/.test(script.plain[to - 1]!)) to--;
  while (from < to && /[、，。：]/.test(script.plain[from]!)) from++;
  return { start: from, end: to };
}
