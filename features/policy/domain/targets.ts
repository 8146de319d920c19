import { type Clause, clausesOf } from './clause.ts';
import { changeOf, comparatorOf } from './compare.ts';
import { type Deadline, deadlinesIn } from './deadline.ts';
import { markerAt } from './marker.ts';
import { milestone } from './milestone.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';
import { atParagraphStart, placeOf, printedOf, type Span } from './script.ts';
import type { Target } from './target.ts';
import { dueFor, isTerm } from './target-due.ts';
import { isCondition, isGiven, isGoal, isHistory, isQualifier, kindOf, perOf } from './target-kind.ts';
import { repeated, repeatsIn } from './target-repeats.ts';
import type { TargetWorld } from './target-world.ts';

type Found = {
  readonly quantity: Quantity;
  readonly clause: Clause;
  readonly part: { readonly start: number; readonly end: number };
};

/** Numbers and dated deeds of a stretch; `clear` is its text with names blanked out. */
export function targetsIn(world: TargetWorld, span: Span, clear: string): Target[] {
  const { script, year } = world;
  // A paragraph that ends without a mark was cut by a program, unless a number or a label begins the next.
  const breaksAt = (index: number) =>
    atParagraphStart(script, span.start + index) &&
    (/[。；：！？）】"〕]/.test(script.plain[span.start + index - 1]!) ||
      markerAt(script.plain, span.start + index) !== undefined);
  const clauses = clausesOf(clear, breaksAt);
  const deadlines = deadlinesIn(clear, year);
  const timeless = blankDates(clear, deadlines);
  const quantities = quantitiesIn(timeless).filter((one) => !isHistory(timeless, one));
  const found = clauses.flatMap((clause) => foundIn(timeless, clause, quantities));
  const repeats = repeatsIn(timeless, clauses);
  const terms = deadlines.filter(({ date }) => date === null);
  const kept = found.filter(
    ({ quantity, clause }) =>
      !isQualifier(timeless, quantity, clause, quantities) && !isTerm(quantity, clause, quantities, terms),
  );
  const targets = kept
    .filter(({ quantity }) => !repeats.some((one) => one.start <= quantity.start && quantity.end <= one.end))
    .flatMap((one) => numbered(world, span, clear, timeless, one, clauses, deadlines, quantities));
  const rhythms = repeats.map((one) => repeated(world, span, clear, one));
  const bound = bareThresholds(timeless, clauses, quantities).map(({ start, end, clause }): Target => {
    const phrase = { start: span.start + clause.start, end: span.start + clause.end };
    return {
      phrase: printedOf(script, phrase),
      value: 1,
      unit: timeless.slice(start, end),
      deadline: null,
      kind: 'threshold',
      comparator: 'gte',
      place: placeOf(script, phrase),
      confidence: 0.75,
    };
  });
  const dated = clauses.flatMap((clause) =>
    milestone(
      world,
      span,
      clear,
      clause,
      deadlines,
      [...kept.map(({ clause: of }) => of), ...repeats.map(({ clause: of }) => of)],
      clauses,
    ),
  );
  return [...targets, ...rhythms, ...bound, ...dated].sort((a, b) => a.place.start - b.place.start);
}

function blankDates(clear: string, deadlines: readonly Deadline[]): string {
  let text = clear;
  for (const { start, end, date } of deadlines)
    if (date !== null) text = text.slice(0, start) + '\u25a0'.repeat(end - start) + text.slice(end);
  return text.replace(/(?:19|20)\d{2}年(?:\d{1,2}月(?:\d{1,2}日)?)?/g, (date) =>
    '\u25a0'.repeat(date.length),
  );
}

/** The quantities of a clause, each with the part of it that is about them. */
function foundIn(text: string, clause: Clause, quantities: readonly Quantity[]): Found[] {
  const own = quantities.filter(({ start }) => start >= clause.start && start < clause.end);
  return own.map((quantity, index) => {
    const before = own[index - 1];
    const after = own[index + 1];
    const from = before ? lastMark(text, before.end, quantity.start) : undefined;
    const to = after ? lastMark(text, quantity.end, after.start) : undefined;
    return {
      quantity,
      clause,
      part: { start: from ?? clause.start, end: to === undefined ? clause.end : to - 1 },
    };
  });
}

function lastMark(text: string, from: number, to: number): number | undefined {
  const found = Math.max(
    text.lastIndexOf('、', to - 1),
    text.lastIndexOf('和', to - 1),
    text.lastIndexOf('，', to - 1),
  );
  return found >= from ? found + 1 : undefined;
}

function numbered(
  world: TargetWorld,
  span: Span,
  clear: string,
  timeless: string,
  { quantity, clause, part }: Found,
  clauses: readonly Clause[],
  deadlines: readonly Deadline[],
  quantities: readonly Quantity[],
): Target[] {
  const { script } = world;
  const comparator = comparatorOf(timeless, quantity);
  const per = perOf(timeless, quantity, clause);
  const kind = kindOf(timeless, quantity, clause, comparator, per);
  const name = `${quantity.value}${quantity.unit}${timeless.slice(quantity.end, quantity.end + 2)}`;
  if (kind === 'scope' && world.named.has(name)) return [];
  world.named.add(name);
  const due =
    (kind === 'threshold' && quantity.sort !== 'time') || isCondition(timeless, clause)
      ? undefined
      : dueFor(
          world,
          clear,
          quantity,
          clause,
          clauses,
          deadlines,
          quantities,
          isGoal(kind, quantity, per, isGiven(timeless, quantity)),
        );
  const lead = due && !due.inherited && due.at.start < clause.start ? due.at.start : part.start;
  const exact = { start: span.start + Math.min(lead, part.start), end: span.start + part.end };
  const change = changeOf(timeless, quantity);
  return [
    {
      phrase: printedOf(script, exact),
      value: quantity.value,
      unit: quantity.unit,
      deadline: due?.date ?? null,
      kind,
      comparator,
      ...(quantity.valueMin !== undefined ? { valueMin: quantity.valueMin } : {}),
      ...(quantity.words ? { valueText: quantity.words } : {}),
      ...(due ? { deadlineText: due.text } : {}),
      ...(due?.inherited ? { deadlineInherited: true as const } : {}),
      ...(per ? { per } : {}),
      ...(change ? { change } : {}),
      place: placeOf(script, exact),
      confidence: kind === 'scope' ? 0.6 : quantity.words ? 0.75 : 0.9,
    },
  ];
}

/** 总投资亿元以上: one 亿元 without a digit, where it says what falls under the measure. */
function bareThresholds(text: string, clauses: readonly Clause[], quantities: readonly Quantity[]) {
  return [
    ...text.matchAll(
      /(?<=(?:总投资|投资额|投资总额|投资规模|年?产值|年?营业收入|年?销售收入|注册资本)(?:额|在|达|达到|超|超过)?)(亿元|千万元|百万元)(?=以上|及以上)/g,
    ),
  ].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const clause = clauses.find((one) => one.start <= start && start < one.end);
    if (!clause || quantities.some((one) => one.start >= clause.start && one.end <= clause.end)) return [];
    return [{ start, end, clause }];
  });
}
