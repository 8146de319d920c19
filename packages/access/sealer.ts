import { type Db, inScope, type Tx } from '#db';
import { systemActor } from './actor.ts';
import { scopeOf } from './city.ts';
import { appendHead, headsFileOf, lastHead } from './heads.ts';
import { chainOrigin, type Seal, sealRows } from './seal.ts';
import { findTail, insertSeals, lockChain, unsealedRows } from './store/seal.ts';

const batch = 2_000;

export type SealOptions = {
  readonly headsFile?: string;
  /** Look through all rows, not only the recent ones, and bring a head that a crash left behind up to date. */
  readonly whole?: boolean;
};

/** Seals what has been committed, then writes the head outside the database; says how many rows were sealed. */
export async function sealAudit(db: Db, cityId: number, options: SealOptions = {}): Promise<number> {
  const headsFile = options.headsFile ?? headsFileOf(db, cityId);
  const whole = options.whole ?? false;
  let sealed = 0;
  for (;;) {
    const done = await inScope(db, scopeOf(systemActor, cityId), (tx) => sealBatch(tx, whole));
    sealed += done.count;
    if (done.tail && (done.count > 0 || (await headLags(headsFile, done.tail, whole)))) {
      const { number, hash } = done.tail;
      await appendHead(headsFile, { number, hash, count: done.count, at: new Date().toISOString() });
    }
    if (done.count < batch) return sealed;
  }
}

async function headLags(headsFile: string, tail: Seal, whole: boolean): Promise<boolean> {
  if (!whole) return false;
  const head = await lastHead(headsFile);
  return !head || head.number < tail.number;
}

async function sealBatch(tx: Tx, whole: boolean): Promise<{ count: number; tail: Seal | undefined }> {
  await lockChain(tx);
  const tail = await findTail(tx);
  const rows = await unsealedRows(tx, { limit: batch, whole });
  if (rows.length === 0) return { count: 0, tail };
  const seals = sealRows(tail ?? { number: 0n, hash: chainOrigin(tx.scope.cityId) }, rows);
  await insertSeals(tx, seals);
  return { count: seals.length, tail: seals.at(-1) };
}
