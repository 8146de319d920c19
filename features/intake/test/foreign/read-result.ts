import type { Finding } from '../../domain/finding.ts';
import type { ReadResult, RowResult } from '../../domain/result.ts';
import type { Expected } from './foreign-book.ts';

const byPlace = (a: { sheet: string; row: number }, b: { sheet: string; row: number }) =>
  a.sheet === b.sheet ? a.row - b.row : a.sheet < b.sheet ? -1 : 1;

const findingText = ({ sheet, row, cell, column, kind, code }: Finding) =>
  `${sheet} ${row} ${cell} “${column.replace(/\s/g, '')}” ${kind} ${code}`;

/** What was read, in the form of what is expected. */
export function readOf<R>(rows: readonly RowResult<R>[], { findings, skip }: ReadResult<R>): Expected {
  return {
    rows: rows
      .map(({ sheet, row, status, key = null, duplicateOf, record }) => ({
        ...{ sheet, row, status, key, record },
        ...(duplicateOf === undefined ? {} : { duplicateOf }),
      }))
      .toSorted(byPlace),
    findings: findings.map(findingText).toSorted(),
    skip: skip.map(({ sheet, row, why }) => ({ sheet, row, why })).toSorted(byPlace),
  };
}

export function sorted({ rows, findings, skip }: Expected): Expected {
  return { rows: rows.toSorted(byPlace), findings: findings.toSorted(), skip: skip.toSorted(byPlace) };
}
