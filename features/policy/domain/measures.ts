import type { Frame } from './frame.ts';
import { type Heading, headingOf, runningKinds } from './heading.ts';
import type { MarkerKind } from './marker.ts';
import type { Node } from './outline.ts';
import { paragraphsOf, plainOf, printedOf, type Script, type Span } from './script.ts';
import { isSupplementaryChapter, type NoMeasure, noMeasure } from './supplementary.ts';
import { unitMarks } from './unit-mark.ts';

export type FoundMeasure = {
  readonly node: Node;
  readonly heading: Heading;
  /** From its number to its end. */
  readonly span: Span;
  readonly chapter: FoundChapter | undefined;
  readonly section: string | undefined;
};

export type FoundChapter = {
  readonly node: Node;
  readonly heading: Heading;
  readonly title: string;
  /** The text between its heading and its first part. */
  readonly preamble: Span | undefined;
  /** The list of units in its heading, for every part that has none. */
  readonly units: Span | undefined;
};

export type LeftOut = { readonly span: Span; readonly title: string; readonly why: NoMeasure };

export type Measures = {
  readonly chapters: readonly FoundChapter[];
  readonly measures: readonly FoundMeasure[];
  readonly leftOut: readonly LeftOut[];
  /** Paragraphs behind the last measure that belong to the whole document. */
  readonly closing: Span | undefined;
  /** Where units are listed. */
  readonly lists: readonly Span[];
  readonly bareLists: boolean;
};

/** Which numbered parts of a document are its measures, and which chapters they stand in. */
export function measuresOf(script: Script, frame: Frame): Measures {
  const { roots } = frame.outline;
  const all = unitMarks(script, frame.body, { bare: true });
  const bareLists = all.filter(({ marking }) => marking === 'bracket').length >= 2 || all.length >= 3;
  const options = { bare: bareLists };
  const lists = unitMarks(script, frame.body, options).map(({ span }) => span);
  const runsIn = runningKinds(script, allOf(roots));
  const world: World = { script, lists, headings: new Map(), runsIn };
  const closing = closingOf(world, frame);
  if (closing) shorten(roots, closing.start);

  const flat = roots.every((node) => partsOf(world, node).length === 0);
  const chapters: FoundChapter[] = [];
  const measures: FoundMeasure[] = [];
  const leftOut: LeftOut[] = [];
  const take = (node: Node, chapter: FoundChapter | undefined, path: readonly Node[]) => {
    const heading = headingIn(world, node);
    const parts = partsOf(world, node);
    const span = { start: node.start, end: node.until };
    if (parts.length === 0 || (path.length === 0 && isSupplementaryChapter(plainOf(script, heading.span)))) {
      const text = plainOf(script, { start: node.end, end: node.until });
      const why = noMeasure(plainOf(script, heading.span), text);
      const listed = lists.some((one) => within(one, span));
      if (why && !listed) leftOut.push({ span, title: heading.title, why });
      else measures.push({ node, heading, span, chapter, section: sectionOf(world, path) });
      return;
    }
    for (const part of parts) take(part, chapter, [...path, node]);
  };
  for (const root of roots) {
    const chapter = flat ? undefined : chapterOf(world, root);
    if (chapter) chapters.push(chapter);
    take(root, chapter, []);
  }
  const kept = measures.length > 0 ? leftOut : [];
  const again =
    measures.length > 0
      ? measures
      : leftOut.map((one) => measureAgain(world, roots, one)).filter((one) => one !== undefined);
  return { chapters, measures: again, leftOut: kept, closing, lists, bareLists };
}

type World = {
  readonly script: Script;
  readonly lists: readonly Span[];
  readonly headings: Map<Node, Heading>;
  readonly runsIn: ReadonlySet<MarkerKind>;
};

function headingIn({ script, headings, runsIn }: World, node: Node): Heading {
  const known = headings.get(node) ?? headingOf(script, node, runsIn);
  headings.set(node, known);
  return known;
}

/** A document of nothing but set phrases still shows what it has. */
function measureAgain(world: World, roots: readonly Node[], { span }: LeftOut): FoundMeasure | undefined {
  const node = allOf(roots).find(({ start }) => start === span.start);
  return node
    ? { node, heading: headingIn(world, node), span, chapter: undefined, section: undefined }
    : undefined;
}

const allOf = (nodes: readonly Node[]): Node[] => nodes.flatMap((node) => [node, ...allOf(node.children)]);

function chapterOf(world: World, node: Node): FoundChapter {
  const heading = headingIn(world, node);
  const end = heading.span.end;
  const title = printedOf(world.script, { start: node.start, end });
  const first = partsOf(world, node)[0];
  const units = headingList(world, node);
  const from = units?.end ?? heading.bodyStart;
  const preamble = first && from < first.start ? { start: from, end: first.start } : undefined;
  return { node, heading, title, preamble, units };
}

function sectionOf(world: World, path: readonly Node[]): string | undefined {
  const node = path[1];
  return node
    ? printedOf(world.script, { start: node.start, end: headingIn(world, node).span.end })
    : undefined;
}

/** The parts that are measures or hold measures; none where the node itself is one and its parts are details. */
function partsOf(world: World, node: Node): readonly Node[] {
  const { children } = node;
  if (children.length === 0) return [];
  const listed = children.filter((child) =>
    world.lists.some((one) => within(one, { start: child.start, end: child.until })),
  );
  const before = world.lists.some((one) => within(one, { start: node.end, end: children[0]!.start }));
  const last = children[children.length - 1]!;
  if (listed.some((child) => child !== last)) return children;
  const parts = titledParts(world, node);
  if (before)
    return headingList(world, node) &&
      children.filter((one) => hasTitle(world, one, 6)).length * 2 > children.length
      ? children
      : [];
  if (listed.length === 1 && children.length > 1)
    return parts && !closesParagraph(world, last) ? children : [];
  if (listed.length === 1) return parts ? children : [];
  return parts ? children : [];
}

/** 一、完善网络（责任单位：…）: a list right behind a heading, with nothing before its first part. */
function headingList(world: World, node: Node): Span | undefined {
  const until = node.children[0]?.start ?? node.until;
  const own = world.lists.filter(({ start }) => start >= node.end && start < until);
  const [first, last] = [own[0], own[own.length - 1]];
  if (!first || !last || until - last.end > 1) return undefined;
  const title = plainOf(world.script, { start: node.end, end: first.start });
  const apart = own.some(({ start }, index) => index > 0 && start - own[index - 1]!.end > 1);
  return apart || title.length > 40 || /[。；]/.test(title)
    ? undefined
    : { start: first.start, end: Math.min(until, last.end) };
}

/** Whether the list of units behind the last part stands in a paragraph of its own, for all the parts. */
function closesParagraph({ script, lists }: World, last: Node): boolean {
  const list = lists.find((one) => within(one, { start: last.start, end: last.until }));
  return list !== undefined && script.gap[list.start] === 3;
}

/** Chapters hold parts that have a title and a text; what is only counted up within a text is a detail. */
function titledParts(world: World, node: Node): boolean {
  const { children, parent } = node;
  const [outer, inner] = [node.kind, children[0]!.kind];
  const chapter = outer === 'part' || outer === 'chapter' || outer === 'section';
  if (chapter) return true;
  if (inner === 'article' || inner === 'named') return true;
  if (outer === 'article' || outer === 'named') return false;
  const titled = children.filter((child) => hasTitle(world, child)).length;
  if (outer === 'han' && inner === 'hanBracket')
    return titled >= children.length / 2 || headingIn(world, node).alone;
  const heading = headingIn(world, node);
  if (parent === undefined) return titled >= children.length * 0.6 || (heading.alone && bare(world, node));
  return bare(world, node) && titled >= children.length * 0.6;
}

/** Nothing but a heading stands before the first part. */
function bare(world: World, node: Node): boolean {
  const heading = headingIn(world, node);
  return node.children[0]!.start - heading.bodyStart < 12;
}

function hasTitle(world: World, node: Node, least = 12): boolean {
  const { span, bodyStart } = headingIn(world, node);
  const length = span.end - span.start;
  return length >= 2 && length <= 40 && node.until - bodyStart >= least;
}

const within = (inner: Span, outer: Span) => inner.start >= outer.start && inner.start < outer.end;

function shorten(nodes: readonly Node[], end: number): void {
  for (const node of nodes) {
    node.until = Math.min(node.until, end);
    shorten(node.children, end);
  }
}

const addressed =
  /^(?:各地|各级|各区|各县|各市|各部门|各有关|市级各|市各|市有关|全市各|各责任|各主办|各镇|各乡|各街道|各单位|各牵头|本(?:政策|措施|意见|方案|办法|通知|若干)|以上|上述|此前|特此|市政府督|市督|市发展改革委(?:要|负责|会同)|注：|备注|说明：|责任单位(?:中|列|排))/;

/** What is said to everyone behind the last measure. */
function closingOf({ script, lists }: World, { outline, body }: Frame): Span | undefined {
  let last = outline.roots[outline.roots.length - 1];
  for (let next = last; next; next = next.children[next.children.length - 1]) last = next;
  if (!last) return undefined;
  const own = { start: last.start, end: body.end };
  const paragraphs = paragraphsOf(script, own).slice(1);
  const list = lists.filter((one) => within(one, own))[0];
  const text = list
    ? plainOf(script, { start: last.end, end: list.start }).replace(/^[^。]{0,30}。?/, '')
    : '';
  const found = paragraphs.find((paragraph) => {
    if (paragraph.start <= last.end) return false;
    if (list && paragraph.start >= list.end && text.length > 8)
      return !lists.some((one) => within(one, paragraph));
    return addressed.test(plainOf(script, paragraph));
  });
  return found ? { start: found.start, end: body.end } : undefined;
}
