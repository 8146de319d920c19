import type { PackProblem } from '#pack';
import type { TimeLimit } from '../domain/clock-rule.ts';
import type { KindRules } from '../domain/kind-rules.ts';
import type { Ladder } from '../domain/ladder.ts';
import { allMatterKinds } from '../domain/matter-kinds.ts';

type Said = Readonly<Record<string, Partial<KindRules>>>;

/** What only ladders, kinds and limits together show. */
export function ladderGaps(ladders: readonly Ladder[], said: Said): PackProblem[] {
  const problem = (message: string, remedy: string) => ({ file: 'ladders.yaml', line: 1, message, remedy });
  const kinds = allMatterKinds();
  const missing = kinds
    .filter(({ id, ladder }) => !said[id]?.off && ladder && !ladders.some((one) => one.id === ladder))
    .map(({ text, ladder }) => problem(`“${text}”的协调阶梯“${ladder}”没有写`, `请补上 id: ${ladder}`));
  return [...missing, ...ladders.flatMap((ladder) => early(ladder, said).map((one) => problem(...one)))];
}

/** A reminder that would come before its clock begins, in every kind that climbs the ladder. */
function early(ladder: Ladder, said: Said): (readonly [string, string])[] {
  const climbers = allMatterKinds().filter((kind) => kind.ladder === ladder.id);
  return ladder.rungs.flatMap(({ id, when }) => {
    if (when.kind !== 'due-in') return [];
    const limits = climbers.flatMap(({ id: kind }) => limitsOf(said[kind], when.clock));
    const never = limits.length > 0 && limits.every((limit) => notLonger(limit, when.before));
    return never ? [[`“${id}”不会按时触发：提前的时间不短于时限本身`, '请写比时限短的 before'] as const] : [];
  });
}

function limitsOf(rules: Partial<KindRules> | undefined, clock: string): TimeLimit[] {
  const policy = rules?.clocks?.[clock];
  if (!policy || policy.until !== undefined) return [];
  return [policy.rule.limit, ...policy.cases.map(({ rule }) => rule.limit)];
}

function notLonger(limit: TimeLimit, before: TimeLimit): boolean {
  return limit.unit === before.unit && limit.amount <= before.amount;
}
