import { Refusal, refuse } from '#kernel/refusal';
import { inThread } from '../in-thread.ts';
import type { ReadOptions } from '../read-workbook.ts';
import type { Source } from '../source.ts';
import type { Finding } from './finding.ts';
import type { CopyAnswer } from './worker.ts';

const bounds = { megabytes: 1_536, milliseconds: 120_000 };

/**
 * The sender's own workbook with the findings written into it: cells filled and commented, and a list of all of them
 * on a sheet of its own. An .xls or CSV file comes back as .xlsx. Charts and pictures may be lost. It is heavy work
 * in one piece, so it runs in a thread of its own.
 */
export async function annotateWorkbook(
  source: Source,
  findings: readonly Finding[],
  options: ReadOptions,
): Promise<Buffer> {
  const module = new URL('./worker.ts', import.meta.url);
  const result = await inThread<CopyAnswer>(module, { source, findings, options }, bounds);
  if ('stopped' in result) return refuse('sheets.too_large_to_mark', { name: options.name });
  const { answer } = result;
  if ('refused' in answer) throw new Refusal(answer.refused.code, answer.refused.details);
  return Buffer.from(answer.bytes);
}
