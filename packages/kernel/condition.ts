import { type Comparable, equal, readComparable, smaller } from './comparable.ts';
import type { ConditionOp } from './condition-op.ts';

export { checkCondition, findConditionFaults } from './condition-check.ts';

export type ConditionValue = string | number | boolean;

/** A value may name a parameter instead, so that a city sets the number without touching the tree. */
export type ConditionLeaf = {
  readonly field: string;
  readonly op: ConditionOp;
  readonly value?: ConditionValue | readonly ConditionValue[] | { readonly parameter: string };
  /** The clause the number comes from. */
  readonly clause?: string;
  readonly note?: string;
};

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | ConditionLeaf;

/** undefined and null: not known. */
export type Facts = Readonly<Record<string, unknown>>;

export type ConditionResult = 'met' | 'not-met' | 'unknown';

/** One leaf as it was asked; `negated` where an odd number of `not` stands above it. */
export type VerdictPart = {
  readonly field: string;
  readonly op: ConditionOp;
  readonly value: unknown;
  readonly actual: unknown;
  readonly result: ConditionResult;
  readonly negated: boolean;
  readonly clause?: string;
  readonly note?: string;
};

export type Verdict = { readonly result: ConditionResult; readonly parts: readonly VerdictPart[] };

export type ConditionParameters = Readonly<Record<string, ConditionValue | undefined>>;

type Compiled = (facts: Facts, parts: VerdictPart[]) => ConditionResult;

/**
 * Three-valued: a missing fact makes a leaf unknown, and unknown decides only where the known parts do not.
 * Every leaf is asked, also where the result is already clear, because the explanation shows all of them.
 * Decimal text and bigint are compared exactly; a value with a unit (`1亿元`) means fen.
 */
export function compileCondition(
  tree: Condition,
  parameters: ConditionParameters = {},
): (facts: Facts) => Verdict {
  const run = compileNode(tree, parameters, false);
  return (facts) => {
    const parts: VerdictPart[] = [];
    const result = run(facts, parts);
    return { result, parts };
  };
}

function compileNode(node: Condition, parameters: ConditionParameters, negated: boolean): Compiled {
  if ('all' in node) return compileMany(node.all, 'not-met', 'met', parameters, negated);
  if ('any' in node) return compileMany(node.any, 'met', 'not-met', parameters, negated);
  if ('not' in node) {
    const inner = compileNode(node.not, parameters, !negated);
    return (facts, parts) => {
      const result = inner(facts, parts);
      return result === 'unknown' ? result : result === 'met' ? 'not-met' : 'met';
    };
  }
  return compileLeaf(node, parameters, negated);
}

function compileMany(
  nodes: readonly Condition[],
  deciding: ConditionResult,
  otherwise: ConditionResult,
  parameters: ConditionParameters,
  negated: boolean,
): Compiled {
  const children = nodes.map((node) => compileNode(node, parameters, negated));
  return (facts, parts) => {
    let result = otherwise;
    for (const child of children) {
      const one = child(facts, parts);
      if (one === deciding) result = deciding;
      else if (one === 'unknown' && result !== deciding) result = 'unknown';
    }
    return result;
  };
}

function compileLeaf(leaf: ConditionLeaf, parameters: ConditionParameters, negated: boolean): Compiled {
  const { field, op, clause, note } = leaf;
  const value = isParameter(leaf.value) ? parameters[leaf.value.parameter] : leaf.value;
  const test = compileTest(op, value);
  return (facts, parts) => {
    const actual = facts[field];
    const result = test(actual);
    parts.push({ field, op, value, actual, result, negated, clause, note });
    return result;
  };
}

function compileTest(op: ConditionOp, value: unknown): (actual: unknown) => ConditionResult {
  if (op === 'present') return (actual) => (isEmpty(actual) ? 'not-met' : 'met');
  if (op === 'absent') return (actual) => (isEmpty(actual) ? 'met' : 'not-met');
  if (value === undefined) return () => 'unknown';
  const wanted = (Array.isArray(value) ? value : [value]).map(readComparable);
  const first = wanted[0];
  if (first === undefined) return () => 'not-met';
  const known = (decide: (actual: Comparable) => boolean | undefined) => (actual: unknown) => {
    if (isAbsent(actual)) return 'unknown';
    const decided = decide(readComparable(actual));
    return decided === undefined ? 'unknown' : decided ? 'met' : 'not-met';
  };
  switch (op) {
    case 'eq':
      return known((actual) => equal(actual, first));
    case 'ne':
      return known((actual) => !equal(actual, first));
    case 'in':
      return known((actual) => wanted.some((one) => equal(actual, one)));
    case 'lt':
      return known((actual) => smaller(actual, first));
    case 'gt':
      return known((actual) => smaller(first, actual));
    case 'lte':
      return known((actual) => negate(smaller(first, actual)));
    case 'gte':
      return known((actual) => negate(smaller(actual, first)));
    case 'includes':
      return (actual) => {
        if (isAbsent(actual)) return 'unknown';
        if (typeof actual === 'string') return actual.includes(first.text) ? 'met' : 'not-met';
        const held = (Array.isArray(actual) ? actual : [actual]).map(readComparable);
        return held.some((one) => equal(one, first)) ? 'met' : 'not-met';
      };
  }
}

function negate(decided: boolean | undefined): boolean | undefined {
  return decided === undefined ? undefined : !decided;
}

function isAbsent(actual: unknown): boolean {
  return actual === undefined || actual === null || actual === '';
}

/** An empty list is known to hold nothing: absent, yet not unknown. */
function isEmpty(actual: unknown): boolean {
  return isAbsent(actual) || (Array.isArray(actual) && actual.length === 0);
}

function isParameter(value: unknown): value is { readonly parameter: string } {
  return typeof value === 'object' && value !== null && 'parameter' in value;
}
