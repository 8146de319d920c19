import { audit, type City, ensureMay } from '#access';
import { ensure, refuse } from '#kernel/refusal';
import { standingRows } from '../../domain/merge-returns.ts';
import { changeImportRun, listRunsOfBatch } from '../../store/import-run.ts';
import { type BatchId, changeBatch, lockBatch } from '../../store/return-batch.ts';
import { undoWritten } from '../decide-import.ts';
import { writeTaken } from '../take-workbook.ts';
import { lockWaitingBatch } from './open-batch.ts';
import { type ConfirmedRows, type ReadBatch, readBatch } from './read-batch.ts';

/** What a person decided of a batch. */
export type BatchChoices = {
  /** Writes the rows without errors although others have some. */
  readonly acceptGood: boolean;
  readonly confirmed: ConfirmedRows | 'all';
  /** Of projects on which two workbooks disagree, the workbook that stands; or the one that came last. */
  readonly stands: ReadonlyMap<string, string> | 'last';
  readonly reason: string | null;
};

export type BatchWritten = { readonly written: number; readonly files: number };

/**
 * Writes all returns of a batch in one transaction, each as an import of its own, so that every figure names the
 * workbook it came from: all of them or none.
 */
export async function writeBatch(city: City, batchId: BatchId, choices: BatchChoices): Promise<BatchWritten> {
  ensureMay(city, 'returns.write');
  const batch = await lockWaitingBatch(city, batchId);
  const read = await readBatch(city, batch, choices.confirmed);
  const { merged, returns } = read;
  const rejected = [...merged.files.values()].flat().filter(({ fate }) => fate === 'rejected').length;
  ensure(choices.acceptGood || rejected === 0, 'import.has_errors', { rejected });
  const { rows, open } = standingRows(merged, chosen(read, choices.stands));
  const first = read.projects.get(open[0] ?? '')?.name ?? open[0] ?? '';
  ensure(open.length === 0, 'returns.unresolved', { count: open.length, first });
  const counted = [...rows.values()].reduce((sum, own) => sum + own.length, 0);
  ensure(counted > 0, 'returns.nothing_good');
  const options = { acceptGood: true, acceptSimilar: true, reason: choices.reason, approver: null };
  let written = 0;
  for (const { run, reading } of returns) {
    const { importId } = run;
    const own = rows.get(importId) ?? [];
    if (own.length === 0) {
      await changeImportRun(city.tx, importId, { status: 'written', written: 0, at: city.now, options });
      continue;
    }
    const standing = { ...reading, result: { ...reading.result, rows: own } };
    written += (await writeTaken(city, { importId, request: run, reading: standing }, options)).written;
  }
  await changeBatch(city.tx, batchId, { status: 'written', written, at: city.now });
  const { month } = batch;
  await audit(city, {
    action: 'returns.write',
    object: 'returns',
    objectId: batchId,
    details: { month, files: returns.length, written, rejected, contests: merged.contests.length },
  });
  return { written, files: returns.length };
}

function chosen({ merged }: ReadBatch, stands: BatchChoices['stands']): ReadonlyMap<string, string> {
  if (stands !== 'last') return stands;
  return new Map(
    merged.contests.flatMap(({ key, contenders }) => {
      const last = contenders.findLast(({ proposed }) => !proposed);
      return last ? [[key, last.importId] as const] : [];
    }),
  );
}

/** Takes back everything a batch wrote: all of it, or none where later facts rest on some. */
export async function undoBatch(city: City, batchId: BatchId, reason: string): Promise<void> {
  const batch = (await lockBatch(city.tx, batchId)) ?? refuse('returns.not_found');
  ensureMay(city, 'returns.undo', { own: batch.actorId === city.actor.accountId });
  ensure(batch.status === 'written', 'returns.not_written');
  const runs = await listRunsOfBatch(city.tx, batchId);
  for (const { importId } of runs.toReversed()) await undoWritten(city, importId, reason);
  await changeBatch(city.tx, batchId, { status: 'undone', at: city.now, by: city.actor.name, reason });
  await audit(city, {
    action: 'returns.undo',
    object: 'returns',
    objectId: batchId,
    details: { month: batch.month, files: runs.length, reason },
  });
}
