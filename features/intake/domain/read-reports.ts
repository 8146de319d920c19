import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { Workbook } from '#sheets';
import type { Mapping } from './column.ts';
import type { Correction } from './correction.ts';
import type { Dictionary } from './dictionary.ts';
import { indexProjects, type KnownProject, type Match } from './match-project.ts';
import { readTables } from './read-sheets.ts';
import { type ReportRecord, readReportRecord } from './report-record.ts';
import { checkReportRecord, type EarlierReport } from './report-rules.ts';
import { type ReadResult, type RowResult, rowRef } from './result.ts';
import { rowCells } from './row-cells.ts';
import { resultOf } from './whole-result.ts';

export type ReportsSetting = {
  readonly month: Month;
  /** The day the workbook arrived. */
  readonly receivedOn: PlainDate;
  readonly projects: readonly KnownProject[];
  /** Accepted reports of earlier months by project key. */
  readonly earlier: ReadonlyMap<string, readonly EarlierReport[]>;
  readonly mapping?: Mapping;
  /** Confirms every proposal, or those of the rows named (`rowRef`). */
  readonly acceptSimilar?: boolean | ReadonlySet<string>;
};

/** Reads a monthly report. */
export function readReports(
  workbook: Workbook,
  dictionary: Dictionary,
  setting: ReportsSetting,
): ReadResult<ReportRecord> {
  const { month, receivedOn, earlier, acceptSimilar = false, mapping } = setting;
  const numbers = { year: Number(month.slice(0, 4)), month: Number(month.slice(5)) };
  const reads = readTables(workbook, {
    kind: 'report',
    ...numbers,
    dictionary,
    ...(mapping ? { mapping } : {}),
  });
  const find = indexProjects(setting.projects, dictionary);
  const known = new Map(setting.projects.map((project) => [project.key, project]));
  const reported = new Map<string, string>();
  const corrections = new Map<string, Correction>();
  const rows: RowResult<ReportRecord>[] = [];
  for (const { tables } of reads) {
    for (const table of tables) {
      for (const tableRow of table.rows) {
        if (tableRow.kind !== 'data') continue;
        const cells = rowCells(table, tableRow, dictionary);
        const [sheet, row] = [table.grid.sheet.name, tableRow.row];
        const isConfirmed = () =>
          typeof acceptSimilar === 'boolean' ? acceptSimilar : acceptSimilar.has(rowRef(sheet, row));
        const { record, nameRead, match } = readReportRecord(cells, { month, find, isConfirmed });
        const proposal = match?.by === 'similar' ? { proposal: proposalOf(match) } : {};
        if (!record) {
          rows.push({
            sheet,
            row,
            status: 'rejected',
            record: null,
            nameRead,
            key: null,
            ...(match && match.by !== 'similar' && match.by !== 'conflict'
              ? { belongsTo: match.project.key }
              : {}),
            ...proposal,
            findings: cells.findings,
          });
          continue;
        }
        const key = record.projectKey;
        const correction = checkReportRecord(cells, record, {
          receivedOn,
          project: key === null ? undefined : known.get(key),
          earlier: key === null ? [] : (earlier.get(key) ?? []),
        });
        if (correction) corrections.set(rowRef(sheet, row), correction);
        const before = key === null ? undefined : reported.get(key);
        if (before !== undefined)
          cells.report('duplicate-report', cells.column('name') ? 'name' : 'code', before);
        if (key !== null) reported.set(key, `“${sheet}”第${row}行`);
        rows.push({
          sheet,
          row,
          status: 'accepted',
          record,
          nameRead,
          key,
          ...proposal,
          findings: cells.findings,
        });
      }
    }
  }
  return resultOf('report', reads, rows, { dictionary, corrections });
}

function proposalOf(
  match: Extract<Match, { by: 'similar' }>,
): NonNullable<RowResult<ReportRecord>['proposal']> {
  return { key: match.project.key, name: match.project.name, score: match.score };
}
