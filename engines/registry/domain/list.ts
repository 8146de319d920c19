import type { Condition, ConditionParameters } from '#kernel/condition';

/** A yearly register of projects: one of the six lists, one of the four plans, any other. */
export type ListDefinition = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** Further spellings in workbooks. */
  readonly aliases: readonly string[];
  readonly kind: 'list' | 'plan';
  readonly order: number;
  readonly clause?: string;
  /** Organisation that leads the list, by its id in the pack. */
  readonly lead?: string;
  readonly rule?: Condition;
  /** The rule in words, as shown beside a verdict. */
  readonly ruleText?: string;
  readonly fromYear?: number;
  readonly toYear?: number;
};

export type ListsSection = {
  readonly lists: readonly ListDefinition[];
  /** Numbers the rules name, so that a city sets them apart from the rule. */
  readonly parameters: ConditionParameters;
};
