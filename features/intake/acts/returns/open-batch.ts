import { audit, type City, ensureMay } from '#access';
import { newId } from '#kernel/id';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { ensure, refuse } from '#kernel/refusal';
import '../../refusals.ts';
import {
  type BatchId,
  changeBatch,
  findBatch,
  insertBatch,
  listBatches,
  lockBatch,
  type ReturnBatch,
} from '../../store/return-batch.ts';

const stateNames = { read: '待写入', written: '写入', undone: '撤销', discarded: '放弃' } as const;

/** Begins a batch: the returns of one month that are looked at and written together. */
export async function openBatch(
  city: City,
  { month, receivedOn }: { readonly month: Month; readonly receivedOn: PlainDate },
): Promise<BatchId> {
  ensureMay(city, 'returns.take');
  const batchId = newId<'return-batch'>();
  const { accountId: actorId, name: actorName } = city.actor;
  await insertBatch(city.tx, { batchId, month, receivedOn, actorId, actorName });
  return batchId;
}

export async function getBatch(city: City, batchId: BatchId): Promise<ReturnBatch> {
  ensureMay(city, 'returns.view');
  return (await findBatch(city.tx, batchId)) ?? refuse('returns.not_found');
}

export async function listReturnBatches(
  city: City,
  page: { readonly limit: number; readonly offset: number },
) {
  ensureMay(city, 'returns.view');
  return listBatches(city.tx, page);
}

/** The batch, held until the transaction ends, if it still waits. */
export async function lockWaitingBatch(city: City, batchId: BatchId): Promise<ReturnBatch> {
  const batch = (await lockBatch(city.tx, batchId)) ?? refuse('returns.not_found');
  ensure(batch.status === 'read', 'returns.not_waiting', { state: stateNames[batch.status] });
  return batch;
}

export async function discardBatch(city: City, batchId: BatchId): Promise<void> {
  ensureMay(city, 'returns.take');
  const { month, files } = await lockWaitingBatch(city, batchId);
  await changeBatch(city.tx, batchId, { status: 'discarded' });
  await audit(city, {
    action: 'returns.discard',
    object: 'returns',
    objectId: batchId,
    details: { month, files },
  });
}
