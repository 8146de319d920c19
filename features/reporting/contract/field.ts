import { type Static, Type } from 'typebox';
import { ContradictionView, MonthInput, ProjectId } from '#features/progress';
import { DayText, oneOf, orNull } from '#http/client';

/** The month a period is named by: the last one of months reported together. */
export const PeriodMonth = { month: MonthInput };

export const stepActors = ['filler', 'district', 'department', 'coordinator'] as const;
export const StepActor = oneOf(stepActors, { title: '办理人' });

/** A step's id in the pack, `verified` once the row has passed them all. */
export const RowState = Type.String({ title: '环节', maxLength: 40 });
export const verifiedState = 'verified';

export const StepDue = Type.Object({
  id: Type.String(),
  name: Type.String(),
  by: StepActor,
  dueOn: DayText,
});
export type StepDue = Static<typeof StepDue>;

/** The version of the row its author had in view, 0 where nobody had touched it. */
export const ExpectedVersion = Type.Integer({ title: '所见版本', minimum: 0 });

export const RowKey = { projectId: ProjectId, expectedVersion: ExpectedVersion };

/** Rows are taken one by one: each answer stands for itself, and the good ones are kept. */
export const rowOutcomes = ['done', 'unchanged', 'stale', 'unconfirmed', 'refused'] as const;

export const RowResult = Type.Object({
  projectId: ProjectId,
  /**
   * `unchanged`: it stood so already. `stale`: somebody else was first, the row as it stands now is to be read again.
   * `unconfirmed`: contradictions are to be confirmed and explained. `refused`: `code` and `text` say why.
   */
  outcome: oneOf(rowOutcomes),
  /** Of the row as it stands now. */
  version: Type.Integer(),
  state: RowState,
  code: orNull(Type.String()),
  text: orNull(Type.String()),
  contradictions: Type.Array(ContradictionView),
});
export type RowResult = Static<typeof RowResult>;

export const RowResults = Type.Object({ results: Type.Array(RowResult) });

export const mostRows = 500;

/** Of the whole request; what concerns single rows stands in their results. */
export const periodRefusals = [
  'period.not_found',
  'period.not_open',
  'period.locked',
  'project.not_found',
] as const;
