import type { City } from '#access';
import { newId } from '#kernel/id';
import type { Month } from '#kernel/month';
import { defineRefusals, ensure, refuse } from '#kernel/refusal';
import { type NewReport, noFacts, type Report, sameFacts } from '../domain/report.ts';
import { addReports, type NewReportRow, readReportRows } from '../store/report-rows.ts';
import { keepRollups } from './keep-rollups.ts';

defineRefusals({
  'report.stale': { status: 409, text: '该月填报已被他人更新（第 {number} 次填报），请核对后再保存' },
  'report.correction_unexplained': { status: 422, text: '更正已填报的数据须写明原因' },
});

export type ReportImport = {
  readonly importId: string | null;
  readonly source?: string | null;
  readonly correctionReason?: string | null;
  /** In the order of the workbook: of two for the same subject and month the later one stands. */
  readonly reports: readonly NewReport[];
};

export type ReportImportResult = {
  readonly filed: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly reports: readonly NewReportRow[];
};

/** Files many reports at once. A report equal to the standing one makes nothing; a different one corrects it. */
export async function applyReportImport(city: City, batch: ReportImport): Promise<ReportImportResult> {
  if (batch.reports.length === 0) return { filed: 0, corrected: 0, unchanged: 0, reports: [] };
  const subjectIds = [...new Set(batch.reports.map(({ subjectId }) => subjectId))];
  const months = batch.reports.map(({ month }) => month).toSorted();
  const window = { first: months[0] as Month, last: months.at(-1) as Month };
  return keepRollups(city, subjectIds, window, async () => {
    const keys = batch.reports.map(({ subjectId, month, standing = 'reported' }) => ({
      subjectId,
      month,
      standing,
    }));
    const standing = new Map<string, Report | NewReportRow>();
    for (const row of await readReportRows(city.tx, keys)) standing.set(keyOf(row), row);
    const fresh: NewReportRow[] = [];
    let filed = 0;
    for (const report of batch.reports) {
      const row = rowOf(report, batch);
      const before = standing.get(keyOf(row));
      if (before && !before.withdrawn && sameFacts(before, row)) continue;
      const numbered = { ...row, number: (before?.number ?? 0) + 1 };
      if (!before || before.withdrawn) filed += 1;
      standing.set(keyOf(row), numbered);
      fresh.push(numbered);
    }
    await addReports(city.tx, fresh, city.actor.name);
    const unchanged = batch.reports.length - fresh.length;
    return { filed, corrected: fresh.length - filed, unchanged, reports: fresh };
  });
}

/**
 * One report, filed or corrected by hand. `expectedNumber` is the number of the report the writer had in view, 0 for
 * none: if another stands by now, the save is refused and shows it.
 */
export async function fileReport(
  city: City,
  report: NewReport,
  { expectedNumber, correctionReason = null }: { expectedNumber: number; correctionReason?: string | null },
): Promise<ReportImportResult> {
  const { subjectId, month, standing = 'reported' } = report;
  return keepRollups(city, [subjectId], { first: month, last: month }, async () => {
    const latest = (await readReportRows(city.tx, [{ subjectId, month, standing }])).at(-1);
    const number = latest?.number ?? 0;
    if (number !== expectedNumber) refuse('report.stale', { number, standing: latest, sent: report });
    const correction = latest && !latest.withdrawn && !sameFacts(latest, { ...noFacts, ...report });
    ensure(!correction || correctionReason, 'report.correction_unexplained');
    const row = { ...rowOf(report, { importId: null, correctionReason }), number: number + 1 };
    if (latest && !latest.withdrawn && !correction)
      return { filed: 0, corrected: 0, unchanged: 1, reports: [] };
    await addReports(city.tx, [row], city.actor.name);
    return { filed: correction ? 0 : 1, corrected: correction ? 1 : 0, unchanged: 0, reports: [row] };
  });
}

function rowOf(report: NewReport, batch: Omit<ReportImport, 'reports'>): NewReportRow {
  const { standing = 'reported', source = batch.source ?? null, sourceRow = null } = report;
  const { importId, correctionReason = null } = batch;
  const facts = { ...noFacts, ...report, standing, source, sourceRow };
  return { ...facts, reportId: newId<'report'>(), number: 1, withdrawn: false, importId, correctionReason };
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
