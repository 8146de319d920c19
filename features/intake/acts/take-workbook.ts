import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import { putFile } from '#files';
import { newId } from '#kernel/id';
import { ensure } from '#kernel/refusal';
import { readWorkbook, type Workbook } from '#sheets';
import type { ImportRequest, WriteOptions } from '../import-request.ts';
import type { ImportOutcome } from '../outcome.ts';
import { findMapping } from '../store/import-mapping.ts';
import { changeImportRun, type ImportId, insertImportRun } from '../store/import-run.ts';
import type { BatchId } from '../store/return-batch.ts';
import { previewOf } from './preview-import.ts';
import { type Reading, readImport } from './read-import.ts';
import { secrecyTextOf } from './secrecy-text.ts';
import { isWritable, writeImport } from './write-import.ts';

export type SentWorkbook = { readonly name: string; readonly bytes: Uint8Array };

export type TakenWorkbook = {
  readonly importId: ImportId;
  readonly request: ImportRequest;
  readonly reading: Reading;
  readonly outcome: ImportOutcome;
};

/** Opens a workbook and refuses what bears a mark of secrecy, before anything of it is kept. */
export async function openSent(file: SentWorkbook): Promise<Workbook> {
  ensureNotSecret({ name: file.name });
  const workbook = await readWorkbook(file.bytes, { name: file.name });
  ensureNotSecret({ name: file.name, text: secrecyTextOf(workbook) });
  return workbook;
}

type Asked = Omit<ImportRequest, 'mapping' | 'fileName'>;

/** Reads a workbook against the city and keeps it for a person to look at: nothing of its rows is written. */
export async function takeWorkbook(city: City, asked: Asked, file: SentWorkbook): Promise<TakenWorkbook> {
  ensureMay(city, 'import.take');
  const request = await requestFor(city, asked, file);
  const reading = await readImport(city, request, await openSent(file));
  return keepTaken(city, request, reading, file);
}

/** Reads only: the dry run of the command line. */
export async function tryWorkbook(
  city: City,
  asked: Asked,
  file: SentWorkbook,
  acceptSimilar: WriteOptions['acceptSimilar'],
): Promise<ImportOutcome> {
  ensureMay(city, 'import.take');
  const request = await requestFor(city, asked, file);
  return previewOf(city, request, await readImport(city, request, await openSent(file), acceptSimilar));
}

/**
 * Takes a workbook and writes it at once: the command line and the demonstration. With errors and without
 * `acceptGood` nothing is written and nothing kept: the outcome tells why.
 */
export async function importWorkbook(
  city: City,
  asked: Asked,
  file: SentWorkbook,
  options: WriteOptions,
): Promise<ImportOutcome> {
  ensureMay(city, 'import.write');
  const request = await requestFor(city, asked, file);
  const reading = await readImport(city, request, await openSent(file), options.acceptSimilar);
  if (!isWritable(reading, options)) return previewOf(city, request, reading);
  return writeTaken(city, await keepTaken(city, request, reading, file), options);
}

/** The mapping a person once corrected for this sender is used again. */
export async function requestFor(city: City, asked: Asked, file: SentWorkbook): Promise<ImportRequest> {
  ensure(asked.kind === 'projects' || asked.month, 'import.month_missing');
  const mapping = asked.sender ? await findMapping(city.tx, asked.sender, asked.kind) : undefined;
  return { ...asked, mapping: mapping ?? null, fileName: file.name };
}

/** Keeps the workbook and what was found in it. */
export async function keepTaken(
  city: City,
  request: ImportRequest,
  reading: Reading,
  file: SentWorkbook,
  batchId?: BatchId,
): Promise<TakenWorkbook> {
  const stored = await putFile(city, {
    name: file.name,
    content: file.bytes,
    ensureNotSecret,
    accept: ['xlsx', 'xls', 'text'],
  });
  const outcome = previewOf(city, request, reading);
  const importId = newId<'import'>();
  await insertImportRun(city.tx, {
    ...request,
    importId,
    ...(batchId ? { batchId } : {}),
    fileId: stored.fileId,
    contentHash: stored.hash,
    accepted: outcome.accepted,
    rejected: outcome.rejected,
    findings: outcome.findings,
    actorId: city.actor.accountId,
    actorName: city.actor.name,
  });
  return { importId, request, reading, outcome };
}

/** Writes what was taken and marks the import as written. */
export async function writeTaken(
  city: City,
  { importId, request, reading }: Omit<TakenWorkbook, 'outcome'>,
  options: WriteOptions,
): Promise<ImportOutcome> {
  const outcome = await writeImport(city, { ...request, importId }, reading, options);
  await changeImportRun(city.tx, importId, {
    status: 'written',
    written: outcome.written,
    at: city.now,
    options,
  });
  const { kind, year, month, receivedOn, fileName } = request;
  const { accepted, rejected, written } = outcome;
  await audit(city, {
    action: 'import.write',
    object: 'import',
    objectId: importId,
    details: { kind, year, month, receivedOn, fileName, accepted, rejected, written },
  });
  return outcome;
}
