import { type Condition, compileCondition } from '#kernel/condition';

/** What the scope of a cadence may ask of a project. */
export const scopeFields = ['stage', 'category', 'totalFen', 'lists', 'districtCount'] as const;

export type ScopeFacts = Readonly<Record<(typeof scopeFields)[number], unknown>>;

/** Whether a project is the cadence's business; what is not known does not bring it in. */
export function openScope(scope: Condition | undefined): (facts: ScopeFacts) => boolean {
  if (!scope) return () => true;
  const ask = compileCondition(scope);
  return (facts) => ask(facts).result === 'met';
}
