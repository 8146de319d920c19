import type { Condition, ConditionLeaf, Facts } from '#kernel/condition';
import type { TableKind } from './table.ts';

/** More districts than any city has. */
const mostUnits = 40;

/**
 * Every month that conditions could tell apart: for projects each light, category and combination of the lists named; for
 * units each place among 1 to 40, with completion below, at and above each number that is named.
 */
export function pointsOf(kind: TableKind, conditions: readonly Condition[]): Facts[] {
  const leaves = conditions.flatMap(leavesOf);
  return kind === 'projects' ? projectPoints(leaves) : unitPoints(leaves);
}

/** The lists that conditions name; what they say of others cannot differ. */
export function listsNamed(conditions: readonly Condition[]): string[] {
  const values = conditions
    .flatMap(leavesOf)
    .filter(({ field }) => field === 'lists')
    .flatMap(({ value }) => (Array.isArray(value) ? value : [value]));
  return [...new Set(values.filter((one): one is string => typeof one === 'string'))];
}

function leavesOf(node: Condition): ConditionLeaf[] {
  if ('all' in node) return node.all.flatMap(leavesOf);
  if ('any' in node) return node.any.flatMap(leavesOf);
  return 'not' in node ? leavesOf(node.not) : [node];
}

function projectPoints(leaves: readonly ConditionLeaf[]): Facts[] {
  const lists = subsets(listsNamed(leaves));
  return ['green', 'yellow', 'red', 'grey'].flatMap((light) =>
    ['building', 'new-start'].flatMap((category) => lists.map((one) => ({ light, category, lists: one }))),
  );
}

function subsets(names: readonly string[]): string[][] {
  const [first, ...rest] = names;
  if (first === undefined) return [[]];
  const without = subsets(rest);
  return [...without, ...without.map((one) => [first, ...one])];
}

function unitPoints(leaves: readonly ConditionLeaf[]): Facts[] {
  const completions = samplesOf(leaves.filter(({ field }) => field === 'completion'));
  const places: Facts[] = [];
  for (let ranked = 1; ranked <= mostUnits; ranked += 1)
    for (let fromLast = 1; fromLast <= ranked; fromLast += 1)
      for (const completion of completions)
        places.push({ fromLast, lastShare: shareText(fromLast, ranked), completion });
  return places;
}

/** One decimal, as percentages are printed. */
export function shareText(part: number, whole: number): string {
  return (Math.round((part * 1000) / whole) / 10).toFixed(1);
}

/** Each number asked for, and one between it and the next, before the first and after the last. */
function samplesOf(leaves: readonly ConditionLeaf[]): string[] {
  const asked = leaves
    .flatMap(({ value }) => (Array.isArray(value) ? value : [value]))
    .map(Number)
    .filter((one) => Number.isFinite(one));
  return [...new Set([50, ...asked.flatMap((one) => [one - 0.05, one, one + 0.05])])].map(String);
}
