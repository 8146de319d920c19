import { type Marker, type MarkerKind, markerAt, ranks } from './marker.ts';
import { atLineStart, gaps, type Script, type Span } from './script.ts';

/** A numbered heading or paragraph with all that stands under it. */
export type Node = Marker & {
  readonly children: Node[];
  /** After the last character of everything under it. */
  until: number;
  readonly parent: Node | undefined;
};

export type OddNumber = {
  readonly kind: 'number-missing' | 'number-repeated' | 'number-order' | 'number-unread';
  readonly at: Marker;
  readonly missing?: number[];
};

export type Outline = { readonly roots: readonly Node[]; readonly odd: readonly OddNumber[] };

type Candidate = Marker & { readonly ownLine: boolean };
type Level = { readonly kind: MarkerKind; last: Node; highest: number; readonly missing: Set<number> };

/** How many numbers may be missing between two that stand at the start of a line. */
const farthest = 3;

/**
 * The numbers of a stretch as a tree. A number counts where it stands at the start of a line, or within one where
 * the order calls for it (a program glued two lines). Counting may go on from chapter to chapter.
 */
export function outlineOf(script: Script, span: Span): Outline {
  const candidates = candidatesIn(script, span);
  const unusual = unusualNesting(candidates);
  const roots: Node[] = [];
  const odd: OddNumber[] = [];
  const levels: Level[] = [];
  const counters = new Map<MarkerKind, { last: number; missing: Set<number> }>();

  const close = (depth: number) => {
    for (const { kind, highest, missing } of levels.splice(depth)) {
      const before = counters.get(kind);
      counters.set(kind, { last: highest, missing: new Set([...missing, ...(before?.missing ?? [])]) });
    }
  };
  const open = (candidate: Candidate, depth: number, restart = false) => {
    close(depth + 1);
    const level = levels[depth];
    const parent = levels[depth - 1]?.last;
    const { kind, number, start, end, shownEnd } = candidate;
    const node: Node = { kind, number, start, end, shownEnd, children: [], until: span.end, parent };
    (parent ? parent.children : roots).push(node);
    if (!level) levels.push({ kind, last: node, highest: number, missing: new Set() });
    else Object.assign(level, { last: node, highest: restart ? number : Math.max(level.highest, number) });
  };
  const noteGap = (candidate: Candidate, last: number, level: Level) => {
    const missing = range(last + 1, candidate.number - 1);
    for (const one of missing) level.missing.add(one);
    if (missing.length > 0) odd.push({ kind: 'number-missing', at: candidate, missing });
  };
  /** What seemed missing stands elsewhere. */
  const found = (missing: Set<number>, candidate: Candidate) => {
    missing.delete(candidate.number);
    for (const one of odd) {
      const at = one.at.kind === candidate.kind ? (one.missing?.indexOf(candidate.number) ?? -1) : -1;
      if (at >= 0) one.missing!.splice(at, 1);
    }
    odd.push({ kind: 'number-order', at: candidate });
  };

  const settle = (candidate: Candidate, rest: readonly Candidate[]) => {
    const { kind, number, ownLine } = candidate;
    const depth = levels.findIndex((level) => level.kind === kind);
    const level = levels[depth];
    if (level) {
      const last = level.highest;
      if (number === last + 1) return open(candidate, depth);
      if (level.missing.has(number)) {
        found(level.missing, candidate);
        return open(candidate, depth);
      }
      if (ownLine && number > last + 1 && number <= last + 1 + farthest) {
        noteGap(candidate, last, level);
        return open(candidate, depth);
      }
      if (number === 1 && ownLine && last > 1 && follows(rest, kind, 2)) {
        odd.push({ kind: 'number-order', at: candidate });
        return open(candidate, depth, true);
      }
      if (ownLine && number === last && (kind !== 'arabic' || followedBy(rest, kind, last + 1))) {
        odd.push({ kind: 'number-repeated', at: candidate });
        return open(candidate, depth);
      }
      if (ownLine && number < last && number > 0 && kind !== 'arabic') {
        odd.push({ kind: 'number-order', at: candidate });
        return open(candidate, depth);
      }
      return refuse(candidate);
    }
    const under = depthFor(levels, candidate, unusual);
    const counter = counters.get(kind);
    const goesOn = counter !== undefined && number === counter.last + 1;
    if (number === 1 ? ownLine || follows(rest, kind, 2) : goesOn) return open(candidate, under);
    if (counter?.missing.has(number)) {
      found(counter.missing, candidate);
      return open(candidate, under);
    }
    const jump = number - (counter?.last ?? 0);
    if (
      ownLine &&
      jump > 0 &&
      jump <= farthest + 1 &&
      (counter !== undefined || followsSoon(rest, kind, number))
    ) {
      open(candidate, under);
      const opened = levels[levels.length - 1]!;
      return noteGap(candidate, counter?.last ?? 0, opened);
    }
    return refuse(candidate);
  };
  for (const [index, candidate] of candidates.entries())
    settle(candidate, candidates.slice(index + 1, index + 40));
  setEnds(roots, span.end);
  return { roots, odd: odd.filter(({ kind, missing }) => kind !== 'number-missing' || missing!.length > 0) };

  function refuse(candidate: Candidate): void {
    if (candidate.ownLine && candidate.kind !== 'circled') odd.push({ kind: 'number-unread', at: candidate });
  }
}

/** The depth at which a kind of number opens that no open level has. */
function depthFor(levels: readonly Level[], { kind }: Candidate, unusual: ReadonlySet<string>): number {
  const outer = levels.findIndex(
    (level) => ranks[level.kind] > ranks[kind] && !unusual.has(`${level.kind} ${kind}`),
  );
  return outer < 0 ? levels.length : outer;
}

/**
 * Pairs of kinds that a document nests against custom, such as chapters （一） of articles 第一条: the inner begins
 * between the first and the second of the outer, and not before.
 */
function unusualNesting(candidates: readonly Candidate[]): Set<string> {
  const lines = candidates.filter(({ ownLine }) => ownLine);
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  const at = (kind: MarkerKind, number: number) =>
    lines.findIndex((one) => one.kind === kind && one.number === number);
  const found = new Set<string>();
  for (const outer of kinds) {
    for (const inner of kinds) {
      if (ranks[outer] <= ranks[inner]) continue;
      const [first, second, begun] = [at(outer, 1), at(outer, 2), at(inner, 1)];
      const before = lines.findIndex((one) => one.kind === inner);
      if (first >= 0 && first < begun && begun < second && before === begun) found.add(`${outer} ${inner}`);
    }
  }
  return found;
}

function candidatesIn(script: Script, span: Span): Candidate[] {
  const found: Candidate[] = [];
  for (let index = span.start; index < span.end; index++) {
    const ownLine = index === span.start || atLineStart(script, index);
    if (!ownLine && !mayBeGlued(script, index)) continue;
    const marker = rowMarker(script, index) ?? markerAt(script.plain, index);
    if (!marker || marker.end >= span.end) continue;
    if (!ownLine && !standsAsHeading(script, marker)) continue;
    if (ownLine && script.gap[index] === gaps.softBreak && !standsAsHeading(script, marker)) continue;
    found.push({ ...marker, ownLine: ownLine && script.gap[index] !== gaps.softBreak });
    index = marker.end - 1;
  }
  return found;
}

/** The number of a table's row stands alone in its cell. */
function rowMarker(script: Script, start: number): Marker | undefined {
  if (!script.rows.has(start)) return undefined;
  let end = start + 1;
  while (script.gap[end] === gaps.none) end++;
  const number = Number(script.plain.slice(start, end));
  return { kind: 'arabic', number, start, end, shownEnd: end };
}

/** Two lines became one behind the end of a sentence, or with spaces between. */
function mayBeGlued(script: Script, index: number): boolean {
  const before = script.plain[index - 1] ?? '';
  return /[。；！？）】"]/.test(before) || (script.gap[index]! > gaps.none && /[\u4e00-\u9fff]/.test(before));
}

/** Words of a heading follow; a reference such as （一）至（三） or 一、二季度 does not open anything. */
function standsAsHeading(script: Script, marker: Marker): boolean {
  const next = script.plain.slice(marker.end, marker.end + 2);
  return /^["《【（\u4e00-\u9fffA-Za-z0-9]/.test(next) && !/^[至到和或及与项款]/.test(next);
}

const follows = (rest: readonly Candidate[], kind: MarkerKind, number: number) =>
  rest.find((one) => one.kind === kind)?.number === number;

const followedBy = (rest: readonly Candidate[], kind: MarkerKind, number: number) =>
  rest.some((one) => one.kind === kind && one.number === number);

const followsSoon = (rest: readonly Candidate[], kind: MarkerKind, number: number) =>
  rest.some((one) => one.kind === kind && one.number > number && one.number <= number + farthest);

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function setEnds(nodes: readonly Node[], end: number): void {
  nodes.forEach((node, index) => {
    node.until = nodes[index + 1]?.start ?? end;
    setEnds(node.children, node.until);
  });
}
