import type { MarkerKind } from './marker.ts';
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
export function headingOf(script: Script, node: Node, runsIn: ReadonlySet<MarkerKind>): Heading {
  const until = node.children[0]?.start ?? node.until;
  const start = node.end;
  const printed = firstParagraph(script, node, until);
  const paragraph = runsIn.has(node.kind) ? uncut(script, start, printed, until) : printed;
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

/**
 * The kinds of number whose titles run into their text: there a line that ends within a title was cut by a program.
 */
export function runningKinds(script: Script, nodes: readonly Node[]): Set<MarkerKind> {
  const counts = new Map<MarkerKind, { all: number; running: number }>();
  for (const node of nodes) {
    const until = node.children[0]?.start ?? node.until;
    const count = counts.get(node.kind) ?? { all: 0, running: 0 };
    const stop = indexOf(
      script,
      /[。！？]/,
      node.end,
      Math.min(firstParagraph(script, node, until), node.end + 40),
    );
    counts.set(node.kind, { all: count.all + 1, running: count.running + (stop === undefined ? 0 : 1) });
  }
  return new Set(
    [...counts].filter(([, { all, running }]) => running >= 2 && running > all * 0.7).map(([kind]) => kind),
  );
}

function firstParagraph(script: Script, node: Node, until: number): number {
  const apart = atParagraphStart(script, node.end) && node.end > node.start;
  return paragraphEnd(script, apart ? node.end : node.start, until);
}

/** The end of the paragraph behind a break that stands within a short title. */
function uncut(script: Script, start: number, paragraph: number, until: number): number {
  if (paragraph >= until || indexOf(script, /[。！？：]/, start, paragraph) !== undefined) return paragraph;
  const stop = indexOf(script, /[。！？：，]/, paragraph, Math.min(until, start + 32));
  return stop !== undefined && script.plain[stop] === '。'
    ? paragraphEnd(script, paragraph, until)
    : paragraph;
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
