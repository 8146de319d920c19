import type { City } from '#access';
import { newId } from '#kernel/id';
import type { Month } from '#kernel/month';
import { defineRefusals, refuse } from '#kernel/refusal';
import { type AfterLock, type NewReport, type Report, sameFacts } from '../domain/report.ts';
import type { SubjectId } from '../domain/subject.ts';
import { readMonthLocks } from '../store/month-lock-rows.ts';
import { addReports, type NewReportRow, readReportRows } from '../store/report-rows.ts';
import type { MonthWindow } from '../store/rollup-rows.ts';
import { lockSubjects } from '../store/subject-rows.ts';
import { keepRollups } from './keep-rollups.ts';
import { reportRow } from './report-row.ts';

defineRefusals({
  'report.month_locked': {
    status: 409,
    text: '{month}已锁定，不能直接填报；请按补报或更正办理，写明原因并经批准',
  },
});

/** How far what is filed counts: `verified` writes the reported and the verified report together. */
export type Counts = 'reported' | 'verified';

export type ReportImport = {
  readonly importId: string | null;
  readonly source?: string | null;
  readonly correctionReason?: string | null;
  /** Default: reported. */
  readonly counts?: Counts;
  readonly afterLock?: AfterLock | null;
  /** In the order of the workbook: of two for the same subject and month the later one stands. */
  readonly reports: readonly NewReport[];
};

export type ReportImportResult = {
  readonly filed: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly reports: readonly NewReportRow[];
};

/**
 * Files many reports at once. A report equal to the standing one makes nothing; a different one corrects it. What was
 * verified otherwise before stays so where the reported figures did not change.
 */
export async function applyReportImport(city: City, batch: ReportImport): Promise<ReportImportResult> {
  if (batch.reports.length === 0) return { filed: 0, corrected: 0, unchanged: 0, reports: [] };
  const subjectIds = [...new Set(batch.reports.map(({ subjectId }) => subjectId))];
  const months = [...new Set(batch.reports.map(({ month }) => month))].toSorted();
  const window = { first: months[0] as Month, last: months.at(-1) as Month };
  const moves = batch.counts === 'verified' || batch.reports.some(({ standing }) => standing === 'verified');
  return whileHeld(city, moves, subjectIds, window, async () => {
    await ensureOpen(city, months, batch.afterLock);
    const standing = await standingOf(city, batch);
    const fresh: NewReportRow[] = [];
    const counted = { filed: 0, corrected: 0, unchanged: 0 };
    const put = (row: NewReportRow) => {
      const before = standing.get(keyOf(row));
      const isKnown = before !== undefined && !before.withdrawn;
      if (isKnown && sameFacts(before, row)) return 'unchanged' as const;
      const numbered = { ...row, number: (before?.number ?? 0) + 1 };
      standing.set(keyOf(row), numbered);
      fresh.push(numbered);
      return isKnown ? ('corrected' as const) : ('filed' as const);
    };
    for (const report of batch.reports) {
      const row = reportRow(report, batch);
      const outcome = put(row);
      counted[outcome] += 1;
      if (batch.counts !== 'verified' || row.standing === 'verified') continue;
      const verified = { ...row, standing: 'verified' as const, reportId: newId<'report'>() };
      const before = standing.get(keyOf(verified));
      if (outcome !== 'unchanged' || !before || before.withdrawn) put(verified);
    }
    await addReports(city.tx, fresh, city.actor.name);
    return { ...counted, reports: fresh };
  });
}

/** Only verified reports move sums; for others it is enough that nobody else writes these subjects meanwhile. */
async function whileHeld<T>(
  city: City,
  moves: boolean,
  subjectIds: readonly SubjectId[],
  window: MonthWindow,
  file: () => Promise<T>,
): Promise<T> {
  if (moves) return keepRollups(city, subjectIds, window, file);
  await lockSubjects(city.tx, subjectIds);
  return file();
}

async function standingOf(city: City, batch: ReportImport): Promise<Map<string, Report | NewReportRow>> {
  const keys = batch.reports.flatMap(({ subjectId, month, standing = 'reported' }) => {
    const key = { subjectId, month, standing };
    return batch.counts === 'verified' ? [key, { ...key, standing: 'verified' as const }] : [key];
  });
  const rows = await readReportRows(city.tx, keys);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** Asked with the subjects locked: a lock of the month that came before is seen here. */
async function ensureOpen(city: City, months: readonly Month[], afterLock: AfterLock | null | undefined) {
  if (afterLock) return;
  const [lock] = await readMonthLocks(city.tx, months);
  if (lock) refuse('report.month_locked', { month: lock.month });
}

function keyOf({
  subjectId,
  month,
  standing,
}: {
  subjectId: string;
  month: string;
  standing: string;
}): string {
  return `${subjectId} ${month} ${standing}`;
}
