import { gaps, printedOf, type Script, type Span } from './script.ts';
import { isRemark, type UnitRole, verbOf } from './unit-label.ts';
import { completeUnit, joinsLevels, looksLikeUnit, startsUnit } from './unit-name.ts';

/** One unit as a list prints it. */
export type ListedUnit = {
  readonly name: string;
  readonly span: Span;
  readonly role: UnitRole;
  /** 0 for the units before the first comma, and so on. */
  readonly group: number;
  /** 0 for the units before the first semicolon, and so on. */
  readonly part: number;
};

export type ReadList = {
  readonly units: readonly ListedUnit[];
  /** A list that ends in 等 without saying who else. */
  readonly open: Span | undefined;
  /** What stands in the list but is no unit. */
  readonly odd: readonly Span[];
  /** Whether verbs in the list say who leads and who helps. */
  readonly spoken: boolean;
};

type Piece = Span & { readonly comma: boolean };

/** The units of a list: split at its marks, never inside a bracket or a name that needs its mark. */
export function readUnits(script: Script, span: Span, given: UnitRole): ReadList {
  const units: ListedUnit[] = [];
  const odd: Span[] = [];
  let open: Span | undefined;
  let group = 0;
  let part = 0;
  let spoken = false;
  let waiting: (Omit<ListedUnit, 'role'> & { role?: UnitRole })[] = [];
  const joint = leaderBeforeJoint(script, span);
  const settle = (role: UnitRole) => {
    for (const one of waiting) units.push({ ...one, role: one.role ?? role });
    waiting = [];
  };
  for (const piece of piecesOf(script, span)) {
    const cleaned = clean(script, piece);
    const remark = isRemark(plain(script, cleaned));
    const verb = remark ? undefined : verbOf(plain(script, cleaned));
    const bare = verb
      ? clean(script, { start: cleaned.start, end: cleaned.start + verb.rest.length })
      : cleaned;
    for (const one of remark ? [] : untangle(script, bare)) {
      if (one.end <= one.start) continue;
      const text = plain(script, one);
      const etc = /等(?:\d+个|多个)?(?:部门|单位|机构|地区|企业)?$/.exec(text);
      const named = etc ? { start: one.start, end: one.start + etc.index } : one;
      if (etc) open = one;
      if (named.end <= named.start) continue;
      const shown = withoutRemark(script, named);
      const leads = /（(?:总|共同)?牵头(?:单位|部门)?）$|^[*★]/.test(plain(script, named));
      if (leads || shown.end === joint) spoken = true;
      const name = printedOf(script, shown);
      const role = leads || shown.end === joint ? { role: 'lead' as const } : {};
      if (acceptable(plain(script, shown))) waiting.push({ name, span: shown, group, part, ...role });
      else odd.push(named);
    }
    if (verb) {
      spoken = true;
      settle(verb.role);
    }
    if (piece.comma) {
      settle(given);
      group++;
      if (script.plain[piece.end] === '；') part++;
    }
  }
  settle(given);
  return { units, open, odd, spoken };
}

const plain = (script: Script, { start, end }: Span) => script.plain.slice(start, end);

/** 甲局会同乙局、丙局负责: who calls the others together leads. */
function leaderBeforeJoint(script: Script, span: Span): number | undefined {
  const found = /^由?([^、，；。：]{2,30}?)，?会同/.exec(plain(script, span));
  return found && looksLikeUnit(found[1]!) ? span.start + found[0].replace(/，?会同$/, '').length : undefined;
}

function acceptable(name: string): boolean {
  return name.length >= 2 && name.length <= 40 && !/[。：；]/.test(name) && /[\u4e00-\u9fff]/.test(name);
}

/** 市商务局（牵头）, 各区县政府（含开发区，下同）, *市财政局: the mark or the remark is no part of the name. */
function withoutRemark(script: Script, { start, end }: Span): Span {
  const text = script.plain.slice(start, end);
  const star = /^[*★]+/.exec(text)?.[0].length ?? 0;
  const remark =
    /（(?:总?牵头|配合|主办|协办|牵头单位|责任单位|含|包括|不含|以下|下同|按职责)[^（）]*）$/.exec(text);
  return { start: start + star, end: remark ? start + remark.index : end };
}

function piecesOf(script: Script, { start, end }: Span): Piece[] {
  const cuts: { at: number; comma: boolean; width: number }[] = [];
  let depth = 0;
  for (let index = start; index < end; index++) {
    const char = script.plain[index]!;
    if (char === '（' || char === '〔') depth++;
    else if ((char === '）' || char === '〕') && depth > 0) depth--;
    else if (char === '）' || char === '〕') cuts.push({ at: index, comma: false, width: 1 });
    else if (depth === 0 && /[、，；,]/.test(char)) cuts.push({ at: index, comma: char !== '、', width: 1 });
    else if (
      depth === 0 &&
      index > start &&
      script.gap[index]! >= gaps.space &&
      spaced(script, start, index, end)
    )
      cuts.push({ at: index, comma: false, width: 0 });
  }
  const pieces: Piece[] = [];
  let from = start;
  for (const { at, comma, width } of [...cuts, { at: end, comma: true, width: 0 }]) {
    pieces.push({ start: from, end: at, comma });
    from = at + width;
  }
  return rejoined(script, pieces);
}

/** White space parts two units only where a whole name ends and another begins. */
function spaced(script: Script, start: number, index: number, end: number): boolean {
  const before = script.plain
    .slice(start, index)
    .split(/[、，；]/)
    .at(-1)!;
  return (
    completeUnit(before) &&
    looksLikeUnit(before) &&
    startsUnit(script.plain.slice(index, Math.min(end, index + 6)))
  );
}

function rejoined(script: Script, pieces: readonly Piece[]): Piece[] {
  const done: Piece[] = [];
  for (const piece of pieces) {
    const last = done[done.length - 1];
    const rest = verbOf(plain(script, piece))?.rest ?? plain(script, piece);
    if (last && !last.comma && joinsLevels(plain(script, last), rest)) {
      done[done.length - 1] = { start: last.start, end: piece.end, comma: piece.comma };
    } else done.push(piece);
  }
  return done;
}

function clean(script: Script, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /["：。、，；—\-.]/.test(script.plain[from]!)) from++;
  while (to > from && /["：。、，；—\-.]/.test(script.plain[to - 1]!)) to--;
  const lead = /^(?:由|请|以及|并由|分别由|和|及|会同)(?=[\u4e00-\u9fff]{2})/.exec(
    script.plain.slice(from, to),
  );
  if (lead) from += lead[0].length;
  return { start: from, end: to };
}

/** A和B, A会同B, A等相关部门: two names where both sides stand on their own. */
function untangle(script: Script, span: Span): Span[] {
  const text = plain(script, span);
  const etc =
    /等(?=(?:市级|市直|各|其他|相关|有关|行业|多个)+[\u4e00-\u9fff]*(?:部门|单位|机构|地区|区县|企业|政府)|各|相关|有关)/.exec(
      text,
    );
  if (etc && etc.index > 1)
    return [
      ...untangle(script, { start: span.start, end: span.start + etc.index }),
      { start: span.start + etc.index + 1, end: span.end },
    ];
  let depth = 0;
  for (let index = 2; index < text.length - 1; index++) {
    const char = text[index]!;
    if (char === '（') depth++;
    if (char === '）') depth--;
    const word = depth === 0 ? /^(?:以及|会同|联合|和|及|与)/.exec(text.slice(index))?.[0] : undefined;
    if (!word) continue;
    const [left, right] = [text.slice(0, index), text.slice(index + word.length)];
    if (!completeUnit(left) || !startsUnit(right) || !looksLikeUnit(right)) continue;
    return [
      { start: span.start, end: span.start + index },
      ...untangle(script, { start: span.start + index + word.length, end: span.end }),
    ];
  }
  return [span];
}

/** The names in a stretch of a sentence. */
export function piecesOfNames(script: Script, span: Span): { name: string; span: Span }[] {
  return readUnits(script, span, 'responsible').units.map(({ name, span: where }) => ({ name, span: where }));
}
