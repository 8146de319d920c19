import type { Condition, ConditionLeaf } from '#kernel/condition';
import type { PackProblem } from '#pack';
import type { DeclaredMatter } from '../domain/definition.ts';
import type { KindRules } from '../domain/kind-rules.ts';

/** What the layers together leave unsaid of a kind; one that is switched off may say nothing. */
export function kindGaps(kind: DeclaredMatter, rules: KindRules): PackProblem[] {
  if (rules.off) return [];
  const gap = (message: string, remedy: string) => ({ file: 'matters.yaml', line: 1, message, remedy });
  const said = Object.values(rules.clocks);
  const pausable = said.some(({ rule, cases }) => rule.pausable || cases.some((one) => one.rule.pausable));
  return [
    ...Object.entries(kind.clocks)
      .filter(([clock]) => !rules.clocks[clock])
      .map(([clock, { text }]) =>
        gap(
          `“${kind.text}”的“${text}”没有时限`,
          `请在 kinds: ${kind.id}: clocks 下补上 ${clock}，或写 off: true`,
        ),
      ),
    ...Object.entries(kind.fields)
      .filter(([field, { kind: of }]) => of === 'choice' && !rules.choices[field])
      .map(([field, { text }]) =>
        gap(`“${kind.text}”的“${text}”没有可选项`, `请在 kinds: ${kind.id}: choices 下补上 ${field}`),
      ),
    ...(pausable && rules.pauses.length === 0
      ? [
          gap(
            `“${kind.text}”可以暂停计时，却没有一种暂停`,
            `请在 kinds: ${kind.id}: pauses 下写明，或去掉 pausable`,
          ),
        ]
      : []),
    ...said
      .flatMap(({ cases }) => cases.flatMap(({ when }) => leavesOf(when)))
      .flatMap((leaf) => unknownChoices(leaf, rules).map((value) => [leaf, value] as const))
      .map(([{ field }, value]) =>
        gap(
          `“${kind.text}”的时限以“${value}”为条件，它不在“${kind.fields[field]?.text ?? field}”的可选项里`,
          `可用的有：${rules.choices[field]?.map(({ id }) => id).join('、')}`,
        ),
      ),
  ];
}

function unknownChoices({ field, value }: ConditionLeaf, { choices }: KindRules): string[] {
  const offered = choices[field];
  if (!offered) return [];
  const named = Array.isArray(value) ? value : [value];
  return named.filter((one) => typeof one === 'string' && !offered.some(({ id }) => id === one));
}

function leavesOf(tree: Condition): ConditionLeaf[] {
  if ('all' in tree) return tree.all.flatMap(leavesOf);
  if ('any' in tree) return tree.any.flatMap(leavesOf);
  return 'not' in tree ? leavesOf(tree.not) : [tree];
}
