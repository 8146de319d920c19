import { periodOf } from './cadence.ts';
import { type Clause, clausesOf } from './clause.ts';
import { changeOf, comparatorOf } from './compare.ts';
import { type Deadline, deadlinesIn } from './deadline.ts';
import { markerAt } from './marker.ts';
import { numeral } from './numeral.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';
import { atParagraphStart, placeOf, printedOf, type Script, type Span } from './script.ts';
import type { Target } from './target.ts';
import {
  isCondition,
  isGiven,
  isGoal,
  isHistory,
  isMilestone,
  isQualifier,
  kindOf,
  perOf,
} from './target-kind.ts';

/** What is known where targets are read. */
export type TargetWorld = {
  readonly script: Script;
  /** A month or a quarter without a year is of this one. */
  readonly year: number;
  /** The deadline a heading or a chapter sets for everything under it. */
  readonly inherited: { readonly date: Deadline['date']; readonly text: string } | undefined;
  /** Counts named before in the document: said again they are no new target. */
  readonly named: Set<string>;
};

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

/** 三年内引进20个: the time is the term of the number behind it, not a number of its own. */
function isTerm(
  quantity: Quantity,
  clause: Clause,
  quantities: readonly Quantity[],
  terms: readonly Deadline[],
): boolean {
  const term = terms.find(({ start, end }) => start <= quantity.start && quantity.start < end);
  if (quantity.sort !== 'time' || !term || term.start > clause.start + 4) return false;
  return quantities.some((one) => one.start >= term.end && one.end <= clause.end && one.sort !== 'time');
}

type Due = {
  readonly date: Deadline['date'];
  readonly text: string;
  readonly inherited: boolean;
  readonly at: { readonly start: number };
};

/** The deadline of a number: in its clause, before it in its sentence, in the clause behind it, or over it all. */
function dueFor(
  { script: _, inherited }: TargetWorld,
  clear: string,
  quantity: Quantity,
  clause: Clause,
  clauses: readonly Clause[],
  deadlines: readonly Deadline[],
  quantities: readonly Quantity[],
  goal: boolean,
): Due | undefined {
  const told = (one: Deadline, passed: boolean): Due => ({
    date: one.date,
    text: clear.slice(one.start, one.end),
    inherited: passed,
    at: one,
  });
  const own = deadlines.filter((one) => one.start >= clause.start && one.end <= clause.end);
  const same = own.filter(
    (one) => one.date !== null || (one.start <= quantity.start && quantity.start < one.end),
  );
  const near = [...same].reverse().find((one) => one.start <= quantity.start) ?? same[0];
  if (near) return told(near, false);
  const yearly = /(?:全年|年度|每年|每月|每季度)[^，。；]{0,20}$/.test(
    clear.slice(clause.start, quantity.start),
  );
  const earlier = [...deadlines]
    .reverse()
    .find(
      (one) =>
        one.date !== null &&
        one.end <= clause.start &&
        sentenceOf(clauses, one.start) === clause.sentence &&
        !clauses.some((of) => of.start <= one.start && one.end <= of.end && isCondition(clear, of)),
    );
  if (earlier) {
    const alone = onlyDate(clear, clauses, earlier, clause);
    if (alone) return told(earlier, false);
    if (yearly) return undefined;
    if (goal) return told(earlier, true);
    return undefined;
  }
  if (!goal || yearly) return undefined;
  const next = clauses[clauses.indexOf(clause) + 1];
  if (
    next &&
    next.sentence === clause.sentence &&
    !quantities.some((one) => one.start >= next.start && one.end <= next.end)
  ) {
    const later = deadlines.find((one) => one.date !== null && one.start === next.start);
    if (later) return told(later, false);
  }
  return inherited
    ? { date: inherited.date, text: inherited.text, inherited: true, at: { start: 0 } }
    : undefined;
}

const sentenceOf = (clauses: readonly Clause[], at: number) =>
  clauses.find(({ start, end }) => start <= at && at < end)?.sentence;

/** 到2025年年底，… : the clause before holds nothing but the date. */
function onlyDate(clear: string, clauses: readonly Clause[], deadline: Deadline, clause: Clause): boolean {
  const before = clauses[clauses.indexOf(clause) - 1];
  if (!before || deadline.start < before.start) return false;
  const rest = clear.slice(before.start, deadline.start) + clear.slice(deadline.end, before.end);
  return rest.length <= 2;
}

type Repeat = {
  readonly start: number;
  readonly end: number;
  readonly clause: Clause;
  readonly count: number;
  readonly words: string;
  readonly per: string;
};

const repeatPattern =
  /每(?:个)?(半年|季度|季|年度|年|旬|星期|周|月|日|天)[^，。；：]{0,24}?(?:(?:至少|不少于|不低于|分别|各|原则上)[^，。；：]{0,14}?)?([一二两三四五六七八九十]{1,3}|\d{1,3})(次|场|轮|场次|期)(?!性|产业|工程)/g;

/** 每季度召开一次: a number of times in a period. */
function repeatsIn(text: string, clauses: readonly Clause[]): Repeat[] {
  const joined = text.replace(/，(?=(?:至少|不少于)?[^，。；]{0,10}(?:一|两|\d)次)/g, '\u25a0');
  return [...joined.matchAll(repeatPattern)].flatMap((match) => {
    const clause = clauses.find(({ start, end }) => start <= match.index && match.index < end);
    const words = match[2]!;
    const count = Number(words) || '一两三四五六七八九十'.replace('两', '两').indexOf(words) + 1;
    if (!clause) return [];
    const end = Math.max(match.index + match[0].length, clause.end);
    return [
      {
        start: match.index,
        end,
        clause,
        count: words === '二' ? 2 : count,
        words: words + match[3]!,
        per: match[1]!,
      },
    ];
  });
}

const perNames = {
  day: '日',
  week: '周',
  tenDays: '旬',
  month: '月',
  quarter: '季度',
  halfYear: '半年',
  year: '年',
} as const;

function repeated(
  { script }: TargetWorld,
  span: Span,
  clear: string,
  { start, end, count, words, per }: Repeat,
): Target {
  const exact = { start: span.start + start, end: span.start + end };
  const text = clear.slice(start, end);
  return {
    phrase: printedOf(script, exact),
    value: count,
    unit: `${words.at(-1)}/${perNames[periodOf(per)]}`,
    deadline: null,
    kind: 'cadence',
    comparator: /至少|不少于|不低于|以上/.test(text) ? 'gte' : /不超过|最多|以内/.test(text) ? 'lte' : 'eq',
    place: placeOf(script, exact),
    confidence: 0.9,
  };
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

/** 甲、乙、丙“三大计划”: the list and its name agree on a number. */
function countedList(
  script: Script,
  { start, end }: Span,
): Pick<Target, 'value' | 'unit' | 'comparator' | 'valueText'> {
  const text = script.plain.slice(start, end);
  const named = /"([二两三四五六七八九十])(大|个|项)[^"]{1,8}"/.exec(text);
  const count = named ? numeral(named[1]!.replace('两', '二')) : undefined;
  const listed = named ? text.slice(0, named.index).split('、').length : 0;
  if (!named || count !== listed) return { value: null, unit: null, comparator: null };
  const valueText = script.printed.slice(start + named.index + 1, start + named.index + named[0].length - 1);
  return { value: count!, unit: named[2] === '项' ? '项' : '个', comparator: 'eq', valueText };
}

/** A dated deed without a number of its own. */
function milestone(
  world: TargetWorld,
  span: Span,
  clear: string,
  clause: Clause,
  deadlines: readonly Deadline[],
  counted: readonly Clause[],
  clauses: readonly Clause[],
): Target[] {
  const { script } = world;
  if (counted.includes(clause)) return [];
  const own = deadlines.filter(
    (one) => one.date !== null && one.start >= clause.start && one.end <= clause.end,
  );
  const due = own.find(({ strict }) => strict) ?? own[0];
  if (!due) return [];
  const next = clauses[clauses.indexOf(clause) + 1];
  const rest = clear.slice(clause.start, due.start) + clear.slice(due.end, clause.end);
  const merged = rest.length <= 2 && next?.sentence === clause.sentence ? next : undefined;
  if (merged && counted.includes(merged)) return [];
  const before = clauses[clauses.indexOf(clause) - 1];
  if (
    before &&
    before.sentence === clause.sentence &&
    counted.includes(before) &&
    due.start === clause.start &&
    !deadlines.some((one) => one.date !== null && one.end <= clause.start && one.start >= before.start)
  )
    return [];
  const end = merged?.end ?? clause.end;
  const deed = isMilestone(clear, due, { start: clause.start, end });
  if (!deed) return [];
  const exact = { start: span.start + clause.start, end: span.start + end };
  return [
    {
      phrase: printedOf(script, exact),
      ...countedList(script, exact),
      deadline: due.date,
      kind: deed,
      deadlineText: clear.slice(due.start, due.end),
      place: placeOf(script, exact),
      confidence: due.strict ? 0.85 : 0.6,
    },
  ];
}
