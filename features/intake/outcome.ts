import type { Finding } from './domain/finding.ts';
import type { ListRecord } from './domain/list-record.ts';
import type { ReportRecord } from './domain/report-record.ts';
import type { ReadResult, RowResult } from './domain/result.ts';

export type OutcomeRow = {
  readonly sheet: string;
  readonly row: number;
  readonly status: 'accepted' | 'rejected';
  /** The project number: of the project it became, or belongs to. */
  readonly key: string | null;
  readonly duplicateOf?: string;
  readonly proposal?: { readonly key: string; readonly name: string };
  readonly record: ListRecord | ReportRecord | null;
};

/** What every import answers with, on the command line and on screen alike. */
export type ImportOutcome = {
  readonly accepted: number;
  readonly rejected: number;
  /** Rows taken into the library; 0 for a preview and where nothing was new. */
  readonly written: number;
  readonly findings: readonly Finding[];
  readonly rows: readonly OutcomeRow[];
  readonly skip: readonly { readonly sheet: string; readonly row: number; readonly why: string }[];
};

type Result = ReadResult<ListRecord> | ReadResult<ReportRecord>;

export function outcomeOf(
  result: Result,
  rows: readonly RowResult<ListRecord | ReportRecord>[],
  written: number,
): ImportOutcome {
  const accepted = rows.filter((row) => row.status === 'accepted').length;
  return {
    accepted,
    rejected: rows.length - accepted,
    written,
    findings: result.findings,
    rows: rows.map(({ sheet, row, status, key, duplicateOf, proposal, record }) => ({
      sheet,
      row,
      status,
      key: key ?? null,
      ...(duplicateOf === undefined ? {} : { duplicateOf }),
      ...(proposal ? { proposal: { key: proposal.key, name: proposal.name } } : {}),
      record,
    })),
    skip: result.skip.map(({ sheet, row, why }) => ({ sheet, row, why })),
  };
}
