import type { Condition } from '#kernel/condition';

export type ResponsibilityKind = {
  readonly id: string;
  readonly name: string;
  readonly holder: 'person' | 'department' | 'unit';
  /** Field of a list workbook it is read from. */
  readonly field?: 'leader' | 'secretary' | 'leadDepts' | 'respUnit';
  /** Projects that must have a holder of this kind; none where absent. */
  readonly required?: Condition;
  readonly requiredText?: string;
  readonly several: boolean;
  readonly clause?: string;
  readonly order: number;
};

export type ResponsibilitiesSection = { readonly kinds: readonly ResponsibilityKind[] };
