import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { ReportsSetting } from '../../domain/read-reports.ts';
import type { ForeignReport } from './report-book.ts';
import type { ReportPersona } from './report-personas.ts';

/** With what a report is read: its month, the list, the months before, and a person who confirms similar names. */
export function reportSetting(
  { year, month }: ReportPersona,
  { listed, receivedOn }: ForeignReport,
): ReportsSetting {
  return {
    month: `${year}-${String(month).padStart(2, '0')}` as Month,
    receivedOn: receivedOn as PlainDate,
    projects: listed.map(({ key, name, code, place, stage, totalFen, doneBeforeFen }) => ({
      ...{ key, name, code, totalFen, doneBeforeFen },
      district: place.name,
      category: stage,
    })),
    earlier: new Map(
      listed.map(({ key, earlier }) => [key, earlier as { month: Month; cumFen: bigint | null }[]]),
    ),
    acceptSimilar: true,
  };
}
