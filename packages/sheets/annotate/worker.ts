import { parentPort, workerData } from 'node:worker_threads';
import { Refusal, type RefusalDetails } from '#kernel/refusal';
import type { ReadOptions } from '../read-workbook.ts';
import type { Source } from '../source.ts';
import type { Finding } from './finding.ts';
import { markedCopy } from './marked-copy.ts';

/** What is sent back: the copy, or why there is none. */
export type CopyAnswer = { bytes: Uint8Array } | { refused: { code: string; details: RefusalDetails } };

type Order = { source: Source; findings: readonly Finding[]; options: ReadOptions };

parentPort?.postMessage(await answer(workerData as Order));

async function answer({ source, findings, options }: Order): Promise<CopyAnswer> {
  try {
    return { bytes: await markedCopy(source, findings, options) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refused: { code: error.code, details: error.details } };
  }
}
