import type { Clause } from './clause.ts';
import type { Deadline } from './deadline.ts';
import type { Quantity } from './quantity.ts';
import { isCondition } from './target-kind.ts';
import type { TargetWorld } from './target-world.ts';

export type Due = {
  readonly date: Deadline['date'];
  readonly text: string;
  readonly inherited: boolean;
  readonly at: { readonly start: number };
};

/** The deadline of a number: in its clause, before it in its sentence, in the clause behind it, or over it all. */
export function dueFor(
  { inherited }: TargetWorld,
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

/** 三年内引进20个: the time is the term of the number behind it, not a number of its own. */
export function isTerm(
  quantity: Quantity,
  clause: Clause,
  quantities: readonly Quantity[],
  terms: readonly Deadline[],
): boolean {
  const term = terms.find(({ start, end }) => start <= quantity.start && quantity.start < end);
  if (quantity.sort !== 'time' || !term || term.start > clause.start + 4) return false;
  return quantities.some((one) => one.start >= term.end && one.end <= clause.end && one.sort !== 'time');
}
