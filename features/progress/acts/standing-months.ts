import type { City } from '#access';
import {
  dutiesOf,
  dutyInMonth,
  foldSteps,
  type Report,
  reportsOf,
  type StandingDuty,
  type StepEntry,
  stepsOfYear,
} from '#engines/indicators';
import type { Month } from '#kernel/month';

export type MonthState = {
  readonly duty: StandingDuty | undefined;
  readonly reported: Report | undefined;
  readonly verified: Report | undefined;
  readonly reportNumber: number;
  readonly verifiedNumber: number;
  /** The standing report was sent back and neither corrected nor verified since. */
  readonly returned:
    | { readonly reason: string; readonly by: string; readonly at: Date; readonly number: number }
    | undefined;
};

export type YearStates = {
  readonly of: (month: Month) => MonthState;
  /** What the months before came to, verified where they are, else as reported. */
  readonly before: (month: Month) => { month: Month; cumFen: bigint }[];
};

/** How a project's months of a year stand. */
export async function standingMonths(city: City, subjectId: string, year: number): Promise<YearStates> {
  const [reports, duties, entries] = await Promise.all([
    reportsOf(city, subjectId, year),
    dutiesOf(city, subjectId),
    stepsOfYear(city, subjectId, year),
  ]);
  return yearStates(reports, duties, entries);
}

export function yearStates(
  reports: readonly Report[],
  duties: readonly StandingDuty[],
  entries: readonly StepEntry[],
): YearStates {
  const log = Map.groupBy(entries, ({ month }) => month);
  const latest = (month: Month, standing: Report['standing']) =>
    reports.findLast((one) => one.month === month && one.standing === standing);
  const alive = (report: Report | undefined) => (report && !report.withdrawn ? report : undefined);
  return {
    of: (month) => {
      const [last, checked] = [latest(month, 'reported'), latest(month, 'verified')];
      const { returned } = foldSteps(log.get(month) ?? []);
      return {
        duty: dutyInMonth(duties, month),
        ...{ reported: alive(last), verified: alive(checked) },
        ...{ reportNumber: last?.number ?? 0, verifiedNumber: checked?.number ?? 0 },
        returned: returned && {
          ...{ reason: returned.reason ?? '', by: returned.name, at: returned.at },
          number: returned.reportNumber ?? 0,
        },
      };
    },
    before: (month) => countedBefore(reports, month),
  };
}

function countedBefore(reports: readonly Report[], month: Month): { month: Month; cumFen: bigint }[] {
  const standing = reports.filter(
    (one) => one.supersededBy === null && !one.withdrawn && one.month < month && one.cumFen !== null,
  );
  const counted = new Map<Month, bigint>();
  for (const standingOf of ['reported', 'verified'] as const) {
    for (const one of standing) {
      if (one.standing === standingOf && one.cumFen !== null) counted.set(one.month, one.cumFen);
    }
  }
  return [...counted].map(([of, cumFen]) => ({ month: of, cumFen }));
}
