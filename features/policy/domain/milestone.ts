import type { Clause } from './clause.ts';
import type { Deadline } from './deadline.ts';
import { numeral } from './numeral.ts';
import { placeOf, printedOf, type Script, type Span } from './script.ts';
import type { Target } from './target.ts';
import { isMilestone } from './target-kind.ts';
import type { TargetWorld } from './target-world.ts';

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
export function milestone(
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
