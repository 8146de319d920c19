import { markerAt } from './marker.ts';
import { gaps, paragraphEnd, type Script, type Span } from './script.ts';
import { rowLists } from './task-table.ts';
import {
  bareLabel,
  isRemark,
  labelPattern,
  otherLabel,
  roleOf,
  type UnitRole,
  verbOf,
} from './unit-label.ts';
import { looksLikeUnit, startsUnit } from './unit-name.ts';

/** How a list of units is marked in the text. */
export type Marking = 'label' | 'sentence' | 'bracket';

/** A stretch that lists units, and the part its label gives them. */
export type UnitMark = {
  readonly span: Span;
  readonly list: Span;
  readonly role: UnitRole;
  readonly marking: Marking;
};

/** Every list of units in a stretch, in the order they stand. `bare` allows brackets without any label. */
export function unitMarks(script: Script, span: Span, { bare }: { readonly bare: boolean }): UnitMark[] {
  const rows = rowLists(script, span).map(
    ({ list, role }): UnitMark => ({ span: list, list, role, marking: 'label' }),
  );
  const labelled = [...labelledLists(script, span), ...rows];
  const free = brackets(script, span).filter(
    (bracket) => !labelled.some((one) => one.span.start < bracket.end && bracket.start < one.span.end),
  );
  const spoken = free.flatMap((bracket): UnitMark[] => {
    const list = { start: bracket.start + 1, end: bracket.end - 1 };
    const marking = unlabelled(script, bracket, list);
    if (!marking || (marking === 'bracket' && !bare)) return [];
    return [{ span: bracket, list, role: 'responsible', marking }];
  });
  const told = [...labelled, ...spoken];
  return [...told, ...ownSentences(script, span, told)].sort((a, b) => a.span.start - b.span.start);
}

function labelledLists(script: Script, span: Span): UnitMark[] {
  const labels = labelsIn(script, span);
  return labels.map(({ start, end, role }, index) => {
    const inside = openBracketBefore(script, span.start, start);
    const next = labels[index + 1]?.start ?? span.end;
    const limit = Math.min(next, otherLabelAfter(script, end, span.end));
    const until =
      inside === undefined ? lineList(script, end, limit) : bracketList(script, end, limit, span.end);
    return {
      span: { start: inside ?? start, end: until.after },
      list: { start: end, end: until.end },
      role,
      marking: 'label',
    };
  });
}

type Label = Span & { readonly role: UnitRole };

function labelsIn(script: Script, span: Span): Label[] {
  const text = script.plain.slice(span.start, span.end);
  const found: Label[] = [];
  for (const match of text.matchAll(labelPattern)) {
    const start = span.start + match.index;
    const before = script.plain[start - 1] ?? '。';
    const opens =
      /[（【〔。；，、！？）】"]/.test(before) || script.gap[start]! > gaps.none || start === span.start;
    if (opens) found.push({ start, end: start + match[0].length, role: roleOf(match[1]!) });
  }
  for (let index = span.start; index < span.end; index++) {
    if (script.gap[index]! < gaps.space && script.plain[index - 1] !== '（') continue;
    const wordEnd = endOfWord(script, index, Math.min(span.end, index + 16));
    const label = bareLabel.exec(script.plain.slice(index, wordEnd));
    if (!label || wordEnd >= span.end || found.some((one) => one.start <= index && index < one.end)) continue;
    found.push({ start: index, end: wordEnd, role: roleOf(label[1]!) });
  }
  return found.sort((a, b) => a.start - b.start);
}

function endOfWord(script: Script, from: number, limit: number): number {
  for (let index = from + 1; index < limit; index++) if (script.gap[index]! >= gaps.space) return index;
  return limit;
}

/** The bracket a label stands in, if nothing but other labels and their units stand between. */
function openBracketBefore(script: Script, from: number, at: number): number | undefined {
  let depth = 0;
  for (let index = at - 1; index >= Math.max(from, at - 400); index--) {
    const char = script.plain[index]!;
    if (char === '）' || char === '】' || char === '〕') depth++;
    else if ((char === '（' || char === '【' || char === '〔') && depth-- === 0) return index;
    else if (char === '。' && depth === 0) return undefined;
  }
  return undefined;
}

/** Without a bracket a list ends with its sentence or its paragraph; a name cut in two goes on in the next. */
function lineList(script: Script, from: number, limit: number): { end: number; after: number } {
  let paragraph = paragraphEnd(script, from, limit);
  for (let more = 0; more < 2 && paragraph < limit && cutName(script, from, paragraph); more++)
    paragraph = paragraphEnd(script, paragraph, limit);
  for (let index = from; index < paragraph; index++)
    if (script.plain[index] === '。') return { end: index, after: index + 1 };
  return { end: paragraph, after: paragraph };
}

/** Whether the last name before a break is none yet and becomes one with what follows. */
function cutName(script: Script, from: number, end: number): boolean {
  const last = script.plain
    .slice(from, end)
    .split(/[、，；]/)
    .at(-1)!;
  if (last.length > 14 || looksLikeUnit(last) || markerAt(script.plain, end) !== undefined) return false;
  const next = /^[^、，；。：]{1,14}/.exec(script.plain.slice(end, end + 15))?.[0];
  return next !== undefined && looksLikeUnit(last + next);
}

/** In a bracket it ends where that closes; a list that was closed too early goes on behind the next mark. */
function bracketList(
  script: Script,
  from: number,
  limit: number,
  last: number,
): { end: number; after: number } {
  let depth = 0;
  for (let index = from; index < limit; index++) {
    const char = script.plain[index]!;
    if (char === '（' || char === '〔') depth++;
    else if ((char === '）' || char === '】' || char === '〕') && depth > 0) depth--;
    else if (char === '）' || char === '】' || char === '〕') {
      const more = continued(script, index, last);
      if (more === undefined) return { end: index, after: index + 1 };
      return { end: more, after: more + 1 };
    } else if (char === '。' && depth === 0) return { end: index, after: index };
  }
  return { end: limit, after: limit };
}

/** Where a list that a converter closed too early really ends: the next closing bracket that nothing opens. */
function continued(script: Script, closed: number, last: number): number | undefined {
  if (!/[、，]/.test(script.plain[closed + 1] ?? '')) return undefined;
  let depth = 0;
  for (let index = closed + 1; index < Math.min(last, closed + 300); index++) {
    const char = script.plain[index]!;
    if (char === '（') depth++;
    else if (char === '）' && depth-- === 0) return index;
    else if (char === '。') return undefined;
  }
  return undefined;
}

function otherLabelAfter(script: Script, from: number, limit: number): number {
  otherLabel.lastIndex = 0;
  const found = otherLabel.exec(script.plain.slice(from, limit));
  return found ? from + found.index : limit;
}

/** Outermost round or square brackets. */
function brackets(script: Script, span: Span): Span[] {
  const found: Span[] = [];
  let depth = 0;
  let opened = 0;
  for (let index = span.start; index < span.end; index++) {
    const char = script.plain[index]!;
    if (/[（【〔]/.test(char) && depth++ === 0) opened = index;
    else if (/[）】〕]/.test(char) && depth > 0 && --depth === 0)
      found.push({ start: opened, end: index + 1 });
    else if (char === '。') depth = 0;
  }
  return found;
}

/** A bracket behind a sentence that names units and what they do, or nothing but units. */
function unlabelled(script: Script, bracket: Span, list: Span): Marking | undefined {
  const text = script.plain.slice(list.start, list.end);
  if (text.length < 3 || text.length > 400 || /[。：]/.test(text)) return undefined;
  const before = script.plain[bracket.start - 1] ?? '。';
  const after = script.plain[bracket.end] ?? '。';
  const closing =
    /[。；）！"]/.test(before) || /[。；]/.test(after) || script.gap[bracket.end]! >= gaps.softBreak;
  if (!closing) return undefined;
  const pieces = text
    .replace(/（[^（）]*）/g, '')
    .split(/[、，；]/)
    .filter((piece) => !isRemark(piece));
  const named = pieces.map((piece) => verbOf(piece)?.rest ?? piece).filter((piece) => piece !== '');
  const units = named.filter((piece) => looksLikeUnit(piece.replace(/等.*$/, '')) && !/^[“"]/.test(piece));
  if (named.length === 0 || units.length < named.length * 0.7) return undefined;
  if (pieces.some((piece) => verbOf(piece) !== undefined)) return 'sentence';
  return units.length === named.length && named.some((piece) => /^(?:市|省|区|县|各|州)/.test(piece))
    ? 'bracket'
    : undefined;
}

const ownSentence = /(?<=[。！）])(由)?([^。；：]{3,120})(?=。)/g;

/** 由甲局、乙局负责。 or 甲局会同乙局负责。 as the last sentence of a paragraph, with nothing in it but units. */
function ownSentences(script: Script, span: Span, told: readonly UnitMark[]): UnitMark[] {
  const text = script.plain.slice(span.start, span.end);
  return [...text.matchAll(ownSentence)].flatMap((match): UnitMark[] => {
    const start = span.start + match.index;
    const end = start + match[0].length;
    const after = end + 1;
    if (after < span.end && script.gap[after] !== gaps.hardBreak) return [];
    if (told.some((one) => one.span.start < end && start < one.span.end)) return [];
    if (!match[1] && !startsUnit(match[2]!)) return [];
    const pieces = match[2]!.replace(/（[^（）]*）/g, '').split(/[、，]|会同/);
    if (verbOf(pieces.at(-1)!) === undefined) return [];
    if (!pieces.every((piece) => looksLikeUnit((verbOf(piece)?.rest ?? piece).replace(/等.*$/, ''))))
      return [];
    return [
      {
        span: { start, end },
        list: { start: start + (match[1]?.length ?? 0), end },
        role: 'responsible',
        marking: 'sentence',
      },
    ];
  });
}
