import { isMonth, type Month } from '#kernel/month';
import { monthOfPartial } from './known-state.ts';
import type { PartialDate } from './report.ts';
import type { SubjectDuty, SubjectId } from './subject.ts';

/** What a year's list says of a project, as far as its duty follows from it. */
export type YearStatement = {
  readonly subjectId: SubjectId;
  readonly year: number;
  readonly category: string;
  readonly plannedStart: PartialDate | null;
  readonly periodStart: PartialDate | null;
  /** From which month of the year on; January for the year's first list. */
  readonly fromMonth: Month;
};

/**
 * The duty that follows from a project's place in the year's list. 在建 counts as started in the month its period
 * begins (December where only a year is given); 新开工 has a planned start only if it is a month of that very year;
 * everything else is in preparation and owes no report.
 */
export function yearDuty(statement: YearStatement): SubjectDuty {
  const { subjectId, year, category, plannedStart, periodStart, fromMonth } = statement;
  const base = { subjectId, fromMonth };
  if (category === '在建')
    return {
      ...base,
      category: 'building',
      owes: true,
      startedMonth: periodStart === null ? null : monthOfPartial(periodStart),
    };
  if (category !== '新开工') return { ...base, category: 'none', owes: false, reason: category };
  const planned = plannedStart?.slice(0, 7);
  const inYear = planned !== undefined && isMonth(planned) && Number(planned.slice(0, 4)) === year;
  return {
    ...base,
    category: 'new-start',
    owes: true,
    plannedStartMonth: inYear ? (planned as Month) : null,
  };
}
