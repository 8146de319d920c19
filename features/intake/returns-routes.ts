import { type City, ensureNotSecret } from '#access';
import { done, ensureVersion, implement, pageWindow } from '#http';
import { discardBatch, getBatch, listReturnBatches, openBatch } from './acts/returns/open-batch.ts';
import { dropReturn, takeReturn } from './acts/returns/take-return.ts';
import { returnFindings, returnMarked, viewBatch } from './acts/returns/view-batch.ts';
import { undoBatch, writeBatch } from './acts/returns/write-batch.ts';
import * as contract from './contract/returns.ts';
import './permissions.ts';
import type { BatchId } from './store/return-batch.ts';

/** Whoever decides must have seen the batch as it stands. */
async function ensureSeen(city: City, batchId: BatchId, version: number): Promise<void> {
  const { version: standing, status, files, actorName } = await getBatch(city, batchId);
  ensureVersion(standing, version, { current: { status, files, actorName } });
}

export const returnsRoutes = [
  implement(contract.openReturns, async ({ month, receivedOn }, city) => ({
    batchId: await openBatch(city, { month, receivedOn: receivedOn ?? city.today }),
    version: 1,
  })),
  implement(contract.listReturns, async (input, city) => {
    const { page, pageSize, limit, offset } = pageWindow(input);
    return { ...(await listReturnBatches(city, { limit, offset })), page, pageSize };
  }),
  implement(contract.viewReturns, ({ batchId }, city) => viewBatch(city, batchId)),
  implement(contract.takeReturn, async ({ batchId, file }, city) => {
    ensureNotSecret({ name: file.name });
    return { importId: await takeReturn(city, batchId, file) };
  }),
  implement(contract.dropReturn, async ({ batchId, importId }, city) => {
    await dropReturn(city, batchId, importId);
    return done;
  }),
  implement(contract.returnFindings, ({ batchId, importId }, city) =>
    returnFindings(city, batchId, importId),
  ),
  implement(contract.returnMarked, ({ batchId, importId }, city) => returnMarked(city, batchId, importId)),
  implement(
    contract.writeReturns,
    async ({ batchId, version, acceptGood, confirmed, stands, reason }, city) => {
      await ensureSeen(city, batchId, version);
      const rows = Map.groupBy(confirmed, ({ importId }) => importId as string);
      return writeBatch(city, batchId, {
        acceptGood,
        confirmed: new Map([...rows].map(([importId, own]) => [importId, own.map(({ ref }) => ref)])),
        stands: new Map(stands.map(({ key, importId }) => [key, importId])),
        reason: reason?.trim() || null,
      });
    },
  ),
  implement(contract.discardReturns, async ({ batchId, version }, city) => {
    await ensureSeen(city, batchId, version);
    await discardBatch(city, batchId);
    return done;
  }),
  implement(contract.undoReturns, async ({ batchId, version, reason }, city) => {
    await ensureSeen(city, batchId, version);
    await undoBatch(city, batchId, reason);
    return done;
  }),
];
