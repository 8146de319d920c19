import { ensure, refuse } from '#kernel/refusal';
import { inThread } from '../in-thread.ts';
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
  const module = new URL('./worker.ts', import.meta.url);
  const bounds = { megabytes: 768, milliseconds: limits.oldMilliseconds };
  const result = await inThread<WorkerAnswer>(module, { bytes, cells: limits.cells }, bounds);
  if ('stopped' in result) {
    if (result.stopped === 'memory') refuse('sheets.old_unreadable', { name });
    return refuse('sheets.old_too_slow', { name, seconds: limits.oldMilliseconds / 1000 });
  }
  const { answer } = result;
  if ('workbook' in answer) return answer.workbook;
  if (answer.refused === 'password') refuse('sheets.password', { name });
  if (answer.refused === 'unreadable') refuse('sheets.old_unreadable', { name });
  return refuse('sheets.too_many', { name, what: '有内容的单元格数', limit: limits.cells });
}
