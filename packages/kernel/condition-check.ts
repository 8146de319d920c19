import { conditionOps } from './condition-op.ts';

const leafKeys = new Set(['field', 'op', 'value', 'clause', 'note']);

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
  const faults: ConditionFault[] = [];
  walk(tree, [], { faults, fields: new Set(knownFields), parameters: new Set(knownParameters) });
  return faults;
}

type Path = readonly (string | number)[];

type Walk = { faults: ConditionFault[]; fields: Set<string>; parameters: Set<string> };

function walk(node: unknown, path: Path, world: Walk): void {
  if (!isMapping(node)) return report(world, path, '条件必须是 all、any、not 或 field/op/value 之一');
  const joint = ['all', 'any', 'not'].find((key) => key in node);
  if (!joint) return checkLeaf(node, path, world);
  for (const key of Object.keys(node)) {
    if (key !== joint) report(world, [...path, key], `“${joint}”旁边不能再写“${key}”`);
  }
  const below = node[joint];
  if (joint === 'not') return walk(below, [...path, joint], world);
  if (!Array.isArray(below) || below.length === 0) {
    return report(world, [...path, joint], `“${joint}”下面至少要有一个条件`);
  }
  for (const [index, child] of below.entries()) walk(child, [...path, joint, index], world);
}

function checkLeaf(leaf: Record<string, unknown>, path: Path, world: Walk): void {
  const { field, op, value } = leaf;
  for (const key of Object.keys(leaf)) {
    if (!leafKeys.has(key)) report(world, [...path, key], `条件里没有“${key}”这一项`);
  }
  if (typeof field !== 'string' || !world.fields.has(field)) {
    report(world, [...path, 'field'], `没有名为“${String(field)}”的字段`);
  }
  if (!conditionOps.some((known) => known === op)) {
    return report(world, [...path, 'op'], `没有“${String(op)}”这种比较`);
  }
  const fault = valueFault(String(op), value, world);
  if (fault) report(world, [...path, 'value'], fault);
}

function valueFault(op: string, value: unknown, world: Walk): string | undefined {
  if (op === 'present' || op === 'absent') return value === undefined ? undefined : `“${op}”不带比较值`;
  if (op === 'in') return Array.isArray(value) && value.length > 0 ? undefined : '“in”需要一组值';
  if (isMapping(value)) {
    const name = value['parameter'];
    return typeof name === 'string' && world.parameters.has(name)
      ? undefined
      : `没有名为“${String(name)}”的参数`;
  }
  return value === undefined || value === null || typeof value === 'object'
    ? `“${op}”需要一个比较值`
    : undefined;
}

function report(world: Walk, path: Path, message: string): void {
  world.faults.push({ path, message });
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
