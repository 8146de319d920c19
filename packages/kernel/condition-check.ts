import { conditionOps } from './condition-op.ts';

const leafKeys = new Set(['field', 'op', 'value', 'clause', 'note']);

type Path = readonly (string | number)[];

/** One thing wrong in a written tree; `path` leads to it from the root. */
export type ConditionFault = { readonly path: Path; readonly message: string };

/** Everything wrong with a tree somebody wrote by hand, in Chinese; empty when it can be compiled. */
export function checkCondition(tree: unknown, knownFields: readonly string[]): string[] {
  return findConditionFaults(tree, knownFields).map((fault) => fault.message);
}

export function findConditionFaults(
  tree: unknown,
  knownFields: readonly string[],
  knownParameters: readonly string[] = [],
): ConditionFault[] {
  return nodeFaults(tree, [], { fields: new Set(knownFields), parameters: new Set(knownParameters) });
}

type Known = { readonly fields: ReadonlySet<string>; readonly parameters: ReadonlySet<string> };

function nodeFaults(node: unknown, path: Path, known: Known): ConditionFault[] {
  if (!isMapping(node)) return [{ path, message: '条件必须是 all、any、not 或 field/op/value 之一' }];
  const joint = ['all', 'any', 'not'].find((key) => key in node);
  if (!joint) return leafFaults(node, path, known);
  const strays = Object.keys(node)
    .filter((key) => key !== joint)
    .map((key) => ({ path: [...path, key], message: `“${joint}”旁边不能再写“${key}”` }));
  const below = node[joint];
  if (joint === 'not') return [...strays, ...nodeFaults(below, [...path, joint], known)];
  if (!Array.isArray(below) || below.length === 0) {
    return [...strays, { path: [...path, joint], message: `“${joint}”下面至少要有一个条件` }];
  }
  return [...strays, ...below.flatMap((child, index) => nodeFaults(child, [...path, joint, index], known))];
}

function leafFaults(leaf: Record<string, unknown>, path: Path, known: Known): ConditionFault[] {
  const { field, op, value } = leaf;
  const faults: ConditionFault[] = Object.keys(leaf)
    .filter((key) => !leafKeys.has(key))
    .map((key) => ({ path: [...path, key], message: `条件里没有“${key}”这一项` }));
  if (typeof field !== 'string' || !known.fields.has(field)) {
    faults.push({ path: [...path, 'field'], message: `没有名为“${String(field)}”的字段` });
  }
  if (!conditionOps.some((one) => one === op)) {
    return [...faults, { path: [...path, 'op'], message: `没有“${String(op)}”这种比较` }];
  }
  const message = valueFault(String(op), value, known);
  return message ? [...faults, { path: [...path, 'value'], message }] : faults;
}

function valueFault(op: string, value: unknown, known: Known): string | undefined {
  if (op === 'present' || op === 'absent') return value === undefined ? undefined : `“${op}”不带比较值`;
  if (op === 'in') return Array.isArray(value) && value.length > 0 ? undefined : '“in”需要一组值';
  if (isMapping(value)) {
    const name = value['parameter'];
    if (typeof name === 'string' && known.parameters.has(name)) return undefined;
    return `没有名为“${String(name)}”的参数`;
  }
  const missing = value === undefined || value === null || typeof value === 'object';
  return missing ? `“${op}”需要一个比较值` : undefined;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
