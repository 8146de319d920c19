import type { City } from '#access';
import { numberRows } from '../domain/number-rows.ts';
import type { ImportRequest } from '../import-request.ts';
import { type ImportOutcome, outcomeOf } from '../outcome.ts';
import type { Reading } from './read-import.ts';

/** What an import would say, with nothing written. New projects show the numbers a first list would give them. */
export function previewOf(city: City, request: ImportRequest, reading: Reading): ImportOutcome {
  if (reading.kind === 'reports') return outcomeOf(reading.result, reading.result.rows, 0);
  const rows = numberRows(reading.result.rows, { prefix: city.pack.keyPrefix, year: request.year });
  return outcomeOf(reading.result, rows, 0);
}
