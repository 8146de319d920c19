import type { City } from '#access';
import { ensure } from '#kernel/refusal';
import type { ListRecord } from '../domain/list-record.ts';
import { type RowResult, rowRef } from '../domain/result.ts';
import type { ImportRequest, WriteOptions } from '../import-request.ts';
import { type ImportOutcome, outcomeOf } from '../outcome.ts';
import type { Reading } from './read-import.ts';
import { type ListWritten, writeList } from './write-list.ts';
import { writeReports } from './write-reports.ts';

/** Rows without errors may be written where no row has one, or where the user said so. */
export function isWritable(reading: Reading, options: WriteOptions): boolean {
  return options.acceptGood || rejectedIn(reading) === 0;
}

function rejectedIn(reading: Reading): number {
  return reading.result.rows.filter((row) => row.status === 'rejected').length;
}

/** Writes what was read, in the transaction of the city, and tells what became of every row. */
export async function writeImport(
  city: City,
  request: ImportRequest & { readonly importId: string },
  reading: Reading,
  options: WriteOptions,
): Promise<ImportOutcome> {
  ensure(isWritable(reading, options), 'import.has_errors', { rejected: rejectedIn(reading) });
  if (reading.kind === 'projects') {
    const listed = await writeList(city, request, reading.result.rows, options);
    const written = listed.written ? listed.rows.filter(({ outcome }) => outcome !== 'duplicate').length : 0;
    return outcomeOf(reading.result, numbered(reading.result.rows, listed), written);
  }
  const filed = await writeReports(city, request, { ...reading, rows: reading.result.rows }, options);
  return outcomeOf(reading.result, reading.result.rows, filed.written ? filed.count : 0);
}

/** The numbers the library gave; a duplicate names that of the project it repeats. */
function numbered(rows: readonly RowResult<ListRecord>[], listed: ListWritten): RowResult<ListRecord>[] {
  const outcomes = new Map(listed.rows.map((row) => [row.ref, row]));
  return rows.map((row) => {
    const outcome = outcomes.get(rowRef(row.sheet, row.row));
    if (!outcome) return { ...row, key: null };
    return outcome.outcome === 'duplicate'
      ? { ...row, key: null, duplicateOf: outcome.number }
      : { ...row, key: outcome.number };
  });
}
