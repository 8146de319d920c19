import type { Condition } from '#kernel/condition';
import type { Form, Signer } from './form.ts';

/** Where the paper goes: the project's district, its own unit, or the department that leads it. */
export const recipients = ['district', 'unit', 'department'] as const;
export type RecipientKind = (typeof recipients)[number];

/** One row: where its condition holds for so many months in a row, this paper is proposed. */
export type PressureRow = {
  readonly id: string;
  readonly text: string;
  /** Asked of each month by itself. */
  readonly when: Condition;
  /** Months in a row, the month looked at included. */
  readonly periods: number;
  readonly document: Form;
  readonly to: RecipientKind;
  /** Working days to answer or put right, from the day of issue. */
  readonly workingDays: number;
  readonly signs: Signer;
  /** Among rows of one paper the larger is taken. */
  readonly priority: number;
  /** Clause, or 平台默认值. */
  readonly basis: string;
};

export type PressureTables = {
  /** A new year breaks the row of months, as plans begin anew; or it does not. */
  readonly newYear: 'restart' | 'continue';
  readonly newYearBasis: string;
  readonly projects: readonly PressureRow[];
  readonly units: readonly PressureRow[];
};

export type TableKind = 'projects' | 'units';

/** What a row of the table by project may ask of a month. */
export const projectFields = ['light', 'category', 'lists'] as const;
/** What a row of the table by unit may ask: 倒数第几名, its share of all ranked in percent, and completion in percent. */
export const unitFields = ['fromLast', 'lastShare', 'completion'] as const;
