import { type PlainDate, yearOf } from '#kernel/plain-date';
import { clearText } from './clear-text.ts';
import type { Doubt } from './doubt.ts';
import { type Frame, frameOf } from './frame.ts';
import { headOf } from './head.ts';
import { linesOf } from './lines.ts';
import { cadenceViews, measureView, type World } from './measure-view.ts';
import { type FoundChapter, type FoundMeasure, type Measures, measuresOf } from './measures.ts';
import { outlineDoubts } from './outline-doubts.ts';
import type { PolicyChapter, PolicyDocument } from './policy-document.ts';
import { placeOf, printedOf, type Script, type Span, scriptOf } from './script.ts';
import { targetsIn } from './targets.ts';
import type { ResolveUnit } from './unit-dictionary.ts';
import { unitRulesIn } from './unit-rules.ts';

export type PolicyText = { readonly text: string; readonly sourceFile: string };

/** Reads the text of a policy document into its measures; whatever is not certain becomes a doubt. */
export function readPolicy({ text, sourceFile }: PolicyText, resolve: ResolveUnit): PolicyDocument {
  const script = scriptOf(linesOf(text));
  const frame = frameOf(script);
  const { head, doubts } = headOf(script, frame, text, sourceFile);
  const found = measuresOf(script, frame);
  const year = head.issueDate ? yearOf(head.issueDate) : yearFrom(head.docNumber, head.publishDate);
  const rules = unitRulesIn(script);
  const { key } = head;
  const world: World = { script, found, rules, resolve, year, named: new Set(), key, ids: idsOf(key, found) };
  const chapters = found.chapters.map((chapter) => chapterView(world, chapter));
  const measures = found.measures.map((measure) => measureView(world, measure));
  const closing = found.closing && closingView(world, found.closing);
  return {
    document: { ...head, ...(closing ? { closing } : {}) },
    chapters,
    measures: measures.map(({ view }) => view),
    doubts: [
      ...doubts,
      ...outlineDoubts(script, frame, found),
      ...cutOff(script, frame, found.lists),
      ...measures.flatMap((one) => one.doubts),
    ].sort((a, b) => a.place.start - b.place.start),
  };
}

function yearFrom(docNumber: string | null, publishDate: PlainDate | undefined): number {
  const printed = /(?:19|20)\d{2}/.exec(docNumber ?? '')?.[0];
  return printed ? Number(printed) : publishDate ? yearOf(publishDate) : 0;
}

function chapterView(world: World, { title, preamble, heading, node }: FoundChapter): PolicyChapter {
  const { script } = world;
  const place = placeOf(script, { start: node.start, end: heading.span.end });
  const apart = world.found.leftOut.filter(({ span }) => span.start >= node.start && span.start < node.until);
  const own = [
    ...(preamble ? [preamble] : []),
    ...apart.filter(({ why }) => why === 'preface').map(({ span }) => span),
  ];
  const parts = own.map((span) => ({ span, clear: clearText(script, span, []) }));
  return {
    title,
    hasPreamble: preamble !== undefined,
    cadences: parts.flatMap(({ span, clear }) => cadenceViews(script, span, clear)),
    targets: parts.flatMap(({ span, clear }) =>
      targetsIn({ script, year: world.year, inherited: undefined, named: world.named }, span, clear),
    ),
    place,
  };
}

function closingView({ script }: World, span: Span) {
  const clear = clearText(script, span, []);
  return {
    text: printedOf(script, span),
    place: placeOf(script, span),
    cadences: cadenceViews(script, span, clear),
  };
}

/** Running numbers where they run through the document, else chapter and number. */
function idsOf(key: string, { measures, chapters }: Measures): (measure: FoundMeasure) => string {
  const numbers = measures.map(({ node }) => `${node.kind}${node.number}`);
  if (new Set(numbers).size === numbers.length && new Set(measures.map(({ node }) => node.kind)).size <= 1)
    return ({ node }) => `${key}-${String(node.number).padStart(2, '0')}`;
  const seen = new Map<string, number>();
  const ids = new Map(
    measures.map((measure) => {
      const { node, chapter } = measure;
      const of = chapter ? chapters.indexOf(chapter) + 1 : undefined;
      const path = [...(of ? [of] : []), ...(chapter?.node === node ? [] : [node.number])].join('.');
      const times = (seen.get(path) ?? 0) + 1;
      seen.set(path, times);
      return [measure, `${key}-${path}${times > 1 ? `-${times}` : ''}`] as const;
    }),
  );
  return (measure) => ids.get(measure)!;
}

/** The number of a part of which nothing more is there. */
const bareNumber = /[。；）\s]\s*[（(][一二三四五六七八九十]{0,3}[）)]?$/;

/** A text that stops in the middle of a sentence, or behind a bare number, is not whole. */
function cutOff(script: Script, { body, signatures }: Frame, lists: readonly Span[]): Doubt[] {
  const end = body.end;
  const last = script.plain[end - 1] ?? '。';
  if (end < script.plain.length || signatures.some(({ span }) => span.end >= end)) return [];
  const opens = bareNumber.test(script.plain.slice(Math.max(0, end - 8), end));
  if (!opens && (/[。；！？）"】〕]/.test(last) || lists.some((one) => one.end >= end))) return [];
  return [
    {
      place: placeOf(script, { start: end - 1, end }),
      kind: 'cut-off',
      text: '正文没有以完整的句子结束，文件可能不全，请核对原件',
    },
  ];
}
