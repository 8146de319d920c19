import type { City } from '#access';
import type { Month } from '#kernel/month';
import type { Report, ReportStanding } from '../domain/report.ts';
import type { SubjectId } from '../domain/subject.ts';
import { readDutiesIn, readDutiesOf, type StandingDuty } from '../store/duty-rows.ts';
import { readReportsOf, readStandingReports } from '../store/report-rows.ts';

/** A subject's reports with all corrections, reported and verified ones, oldest month first. */
export async function reportsOf(city: City, subjectId: SubjectId, year?: number): Promise<Report[]> {
  return readReportsOf(city.tx, subjectId, year);
}

/** The standing reports of a span of months, one per subject and month. */
export async function standingReports(
  city: City,
  span: { first: Month; last: Month; standing?: ReportStanding; subjectIds?: readonly SubjectId[] },
): Promise<Report[]> {
  return readStandingReports(city.tx, span);
}

/** What every subject owes in a month. */
export async function dutiesIn(city: City, month: Month): Promise<StandingDuty[]> {
  return readDutiesIn(city.tx, month);
}

export async function dutiesOf(city: City, subjectId: SubjectId): Promise<StandingDuty[]> {
  return readDutiesOf(city.tx, subjectId);
}

/** Subjects that owe a report for the month and have none with a cumulative amount. */
export async function notReported(city: City, month: Month): Promise<SubjectId[]> {
  const reports = await readStandingReports(city.tx, { first: month, last: month });
  const reported = new Set(reports.filter(({ cumFen }) => cumFen !== null).map(({ subjectId }) => subjectId));
  const duties = await readDutiesIn(city.tx, month);
  return duties
    .filter(({ owes, subjectId }) => owes && !reported.has(subjectId))
    .map(({ subjectId }) => subjectId);
}
