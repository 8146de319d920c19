/** Why a rule set cannot be published: which part of it, and the case that shows it, in words. */
export type RuleFault = {
  readonly kind: 'gap' | 'overlap' | 'empty' | 'unreadable';
  /** Keys and positions from the top of the rule set: `dimensions`, 0, `bands`, 2. */
  readonly path: readonly (string | number)[];
  readonly text: string;
};
