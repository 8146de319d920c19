import type { Condition } from '#kernel/condition';

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

export type ListsSection = { readonly lists: readonly ListDefinition[] };
