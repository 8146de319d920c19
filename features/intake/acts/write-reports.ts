import { type City, may } from '#access';
import {
  applyReportImport,
  moveRows,
  type NewReport,
  type ReportImportResult,
  type RowMove,
  relight,
} from '#engines/indicators';
import type { Month } from '#kernel/month';
import { ensure } from '#kernel/refusal';
import type { ReportRecord } from '../domain/report-record.ts';
import { type RowResult, rowRef } from '../domain/result.ts';
import type { ImportRequest, WriteOptions } from '../import-request.ts';

type ReportReading = {
  readonly month: Month;
  readonly rows: readonly RowResult<ReportRecord>[];
  /** Project ids by project number. */
  readonly ids: ReadonlyMap<string, string>;
};

/** Rows of a listed project: matched for certain, or similar and confirmed. The rest is kept aside. */
function writableRows(rows: readonly RowResult<ReportRecord>[]) {
  return rows.flatMap(({ sheet, row, status, record }) =>
    status === 'accepted' && record?.projectKey ? [{ sheet, row, record, key: record.projectKey }] : [],
  );
}

/**
 * Files the reports of a workbook, all of them or none. Of two rows for one project the later stands. What the
 * coordinating office imports counts as verified; what others import goes to the step after filling.
 */
export async function writeReports(
  city: City,
  request: ImportRequest & { readonly importId: string },
  reading: ReportReading,
  options: WriteOptions,
): Promise<{ written: boolean; count: number; corrected: number }> {
  const rows = writableRows(reading.rows);
  ensure(rows.length > 0, 'import.nothing_accepted');
  const { importId, receivedOn, fileName } = request;
  const counts = may(city.actor, 'report.verify', {}) ? 'verified' : 'reported';
  const filed = await applyReportImport(city, {
    ...{ importId, counts },
    source: fileName,
    correctionReason: options.reason ?? `《${fileName}》`,
    reports: rows.map(({ sheet, row, key, record }): NewReport => {
      const subjectId = reading.ids.get(key);
      if (subjectId === undefined) throw new Error(`no project behind ${key}`);
      return {
        subjectId,
        month: reading.month,
        receivedOn,
        sourceRow: rowRef(sheet, row),
        monthFen: fenOf(record.monthFen),
        cumFen: fenOf(record.cumFen),
        started: record.started,
        actualStart: record.actualStart,
        entered: record.entered,
        enteredOn: record.enteredOn,
        progressText: record.progress,
        problem: record.problem,
        matter: record.matter,
        matterLevel: record.matterLevel,
        reporter: record.reporter,
        reportedOn: record.reportedOn,
      };
    }),
  });
  await moveRows(city, reading.month, movesOf(filed, counts));
  const subjectIds = [...new Set(filed.reports.map(({ subjectId }) => subjectId))];
  if (counts === 'verified') await relight(city, { month: reading.month, subjectIds });
  return { written: filed.reports.length > 0, count: rows.length, corrected: filed.corrected };
}

/** Where nothing new was reported, what was verified is about the report that stood. */
function movesOf({ reports }: ReportImportResult, counts: 'reported' | 'verified'): RowMove[] {
  const act = counts === 'verified' ? 'verify' : 'submit';
  const numbers = new Map<string, number | undefined>();
  for (const { subjectId, standing, number } of reports)
    numbers.set(subjectId, standing === 'reported' ? number : numbers.get(subjectId));
  return [...numbers].map(([subjectId, reportNumber]) => ({
    ...{ subjectId, act },
    ...(reportNumber === undefined ? {} : { reportNumber }),
  }));
}

function fenOf(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}
