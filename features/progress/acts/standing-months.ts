import type { City } from '#access';
import { dutiesOf, type Report, reportsOf, type StandingDuty } from '#engines/indicators';
import type { Month } from '#kernel/month';
import { dutyInMonth } from '../domain/duty-in-month.ts';
import { type ReportReturn, returnsOf } from '../store/report-return.ts';

export type MonthState = {
  readonly duty: StandingDuty | undefined;
  readonly reported: Report | undefined;
  readonly verified: Report | undefined;
  readonly reportNumber: number;
  readonly verifiedNumber: number;
  /** The standing report was sent back and neither corrected nor verified since. */
  readonly returned: ReportReturn | undefined;
};

export type YearStates = {
  readonly of: (month: Month) => MonthState;
  /** What was reported in the months before, as far as it carries a cumulative amount. */
  readonly before: (month: Month) => { month: Month; cumFen: bigint }[];
};

/** How a project's months of a year stand. */
export async function standingMonths(city: City, subjectId: string, year: number): Promise<YearStates> {
  const reports = await reportsOf(city, subjectId, year);
  const duties = await dutiesOf(city, subjectId);
  const returns = await returnsOf(city.tx, subjectId, year);
  const latest = (month: Month, standing: Report['standing']) =>
    reports.findLast((one) => one.month === month && one.standing === standing);
  const alive = (report: Report | undefined) => (report && !report.withdrawn ? report : undefined);
  return {
    of: (month) => {
      const [last, checked] = [latest(month, 'reported'), latest(month, 'verified')];
      const [reported, verified] = [alive(last), alive(checked)];
      return {
        duty: dutyInMonth(duties, month),
        reported,
        verified,
        reportNumber: last?.number ?? 0,
        verifiedNumber: checked?.number ?? 0,
        returned: returns.find(
          (one) =>
            one.month === month &&
            one.number === reported?.number &&
            !(verified && verified.recordedAt > one.at),
        ),
      };
    },
    before: (month) =>
      reports.flatMap((one) => {
        const standing = one.standing === 'reported' && one.supersededBy === null && !one.withdrawn;
        return standing && one.month < month && one.cumFen !== null
          ? [{ month: one.month, cumFen: one.cumFen }]
          : [];
      }),
  };
}
