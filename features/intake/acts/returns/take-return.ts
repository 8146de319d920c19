import { type City, ensureMay } from '#access';
import { yearOfMonth } from '#kernel/month';
import { ensure, refuse } from '#kernel/refusal';
import { sm3 } from '#kernel/sm3';
import { changeImportRun, type ImportId, listRunsOfBatch } from '../../store/import-run.ts';
import { type BatchId, changeBatch } from '../../store/return-batch.ts';
import { reportReader } from '../read-import.ts';
import { keepTaken, openSent, requestFor, type SentWorkbook } from '../take-workbook.ts';
import { lockWaitingBatch } from './open-batch.ts';

/** How many returns one batch may hold: three times the offices of a large city. */
export const mostReturns = 60;

/** Takes one returned workbook into a batch: checked by content, read, kept; nothing of its rows is written. */
export async function takeReturn(city: City, batchId: BatchId, file: SentWorkbook): Promise<ImportId> {
  ensureMay(city, 'returns.take');
  const { month, receivedOn } = await lockWaitingBatch(city, batchId);
  const runs = await listRunsOfBatch(city.tx, batchId);
  ensure(runs.length < mostReturns, 'returns.too_many', { limit: mostReturns });
  const workbook = await openSent(file);
  const hash = sm3(file.bytes);
  const same = runs.find(({ contentHash }) => contentHash === hash);
  ensure(!same, 'returns.same_file', { name: file.name, other: same?.fileName ?? '' });
  const asked = { kind: 'reports', year: yearOfMonth(month), month, receivedOn, sender: null } as const;
  const request = await requestFor(city, asked, file);
  const reader = await reportReader(city, { month, receivedOn, year: asked.year });
  const reading = reader.read(workbook, { acceptSimilar: false, mapping: request.mapping });
  const { rows, sheets } = reading.result;
  ensure(rows.length > 0 || sheets.some((sheet) => !sheet.ignored), 'import.no_table');
  const { importId } = await keepTaken(city, request, reading, file, batchId);
  await changeBatch(city.tx, batchId, { files: runs.length + 1 });
  return importId;
}

/** Takes a workbook out of a batch again. */
export async function dropReturn(city: City, batchId: BatchId, importId: ImportId): Promise<void> {
  ensureMay(city, 'returns.take');
  await lockWaitingBatch(city, batchId);
  const runs = await listRunsOfBatch(city.tx, batchId);
  if (!runs.some((run) => run.importId === importId)) refuse('returns.no_such_file');
  await changeImportRun(city.tx, importId, { status: 'discarded' });
  await changeBatch(city.tx, batchId, { files: runs.length - 1 });
}
