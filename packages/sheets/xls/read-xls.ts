import { Worker } from 'node:worker_threads';
import { ensure, Refusal, refuse } from '#kernel/refusal';
import type { Limits } from '../limits.ts';
import { type Source, sizeText, sourceBytes } from '../source.ts';
import type { Workbook } from '../workbook.ts';
import { ensureOldWorkbook } from './ole-content.ts';
import type { WorkerAnswer } from './worker.ts';

/** The old format must be read in one piece, by a library: in a thread of its own, with its own memory and time. */
export async function readXls(source: Source, name: string, limits: Limits): Promise<Workbook> {
  const bytes = Buffer.from(await sourceBytes(source));
  ensureOldWorkbook(bytes, name);
  ensure(bytes.length <= limits.oldFileBytes, 'sheets.file_too_large', {
    name,
    actual: sizeText(bytes.length),
    limit: sizeText(limits.oldFileBytes),
  });
  const answer = await ask(bytes, name, limits);
  if ('workbook' in answer) return answer.workbook;
  if (answer.refused === 'password') refuse('sheets.password', { name });
  if (answer.refused === 'unreadable') refuse('sheets.old_unreadable', { name });
  return refuse('sheets.too_many', { name, what: '有内容的单元格数', limit: limits.cells });
}

function ask(bytes: Buffer, name: string, limits: Limits): Promise<WorkerAnswer> {
  const seconds = limits.oldMilliseconds / 1000;
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { bytes, cells: limits.cells },
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  });
  return new Promise<WorkerAnswer>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Refusal('sheets.old_too_slow', { name, seconds }));
    }, limits.oldMilliseconds);
    worker.once('message', resolve);
    worker.once('error', (error) => {
      const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(outOfMemory ? new Refusal('sheets.old_unreadable', { name }) : error);
    });
    worker.once('exit', () => clearTimeout(timer));
  }).finally(() => worker.terminate());
}
