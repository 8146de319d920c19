import type { Condition } from '#kernel/condition';

/** A kind of responsibility a city gives out: 包保领导, 领办领导, 牵头单位, 责任单位, 服务秘书, 三包, 四个一. */
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
