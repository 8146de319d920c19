import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';

/** A project, a measure or a unit: for this engine an id and nothing more. A project's subject id is its project id. */
export type SubjectId = string;

/** 在建 building, 新开工 new-start; none: no light, with the reason in words (前期、已完工、暂停 …). */
export type DutyCategory = 'building' | 'new-start' | 'none';

/**
 * What a subject owes from a month on, until its next duty or December of that year: lists are yearly, so each year's
 * list states the duties anew. Completed, paused, ended and merged projects get one with `owes: false` and the reason.
 */
export type SubjectDuty = {
  readonly subjectId: SubjectId;
  readonly fromMonth: Month;
  readonly category: DutyCategory;
  /** Only if the plan names a month or a day; a year alone is null. */
  readonly plannedStartMonth?: Month | null;
  /** For 在建: the month of the period's start, December if only the year is known. */
  readonly startedMonth?: Month | null;
  readonly owes: boolean;
  readonly reason?: string | null;
};

/** Dated membership in a list, a district, a department. Sums by group count who belongs on a month's last day. */
export type SubjectGroup = {
  readonly subjectId: SubjectId;
  readonly groupKind: string;
  readonly groupId: string;
  readonly fromOn: PlainDate;
  /** The first day on which it no longer belongs. */
  readonly toOn?: PlainDate | null;
};
