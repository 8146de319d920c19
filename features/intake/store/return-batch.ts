import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Id } from '#kernel/id';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';

export type BatchId = Id<'return-batch'>;

/** Returns of one month taken in together. */
export type ReturnBatch = {
  readonly batchId: BatchId;
  readonly month: Month;
  readonly receivedOn: PlainDate;
  readonly status: 'read' | 'written' | 'undone' | 'discarded';
  readonly files: number;
  readonly written: number;
  readonly actorId: string;
  readonly actorName: string;
  readonly recordedAt: Date;
  readonly writtenAt: Date | null;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
  readonly undoneReason: string | null;
  readonly version: number;
};

const columns = sql`batch_id as "batchId", month, received_on as "receivedOn", status, files, written,
  actor_id as "actorId", actor_name as "actorName", recorded_at as "recordedAt", written_at as "writtenAt",
  undone_at as "undoneAt", undone_by as "undoneBy", undone_reason as "undoneReason", version`;

export async function insertBatch(
  tx: Tx,
  batch: Pick<ReturnBatch, 'batchId' | 'month' | 'receivedOn' | 'actorId' | 'actorName'>,
): Promise<void> {
  await sql`insert into city.return_batch (city_id, batch_id, month, received_on, status, actor_id, actor_name)
    values (${tx.scope.cityId}, ${batch.batchId}, ${batch.month}, ${batch.receivedOn}, 'read', ${batch.actorId},
      ${batch.actorName})`.execute(tables(tx));
}

export async function findBatch(tx: Tx, batchId: BatchId): Promise<ReturnBatch | undefined> {
  const { rows } = await sql<ReturnBatch>`select ${columns} from city.return_batch
    where city_id = ${tx.scope.cityId} and batch_id = ${batchId}`.execute(tables(tx));
  return rows[0];
}

/** Holds the row until the transaction ends, so that nobody adds a file while another writes. */
export async function lockBatch(tx: Tx, batchId: BatchId): Promise<ReturnBatch | undefined> {
  const { rows } = await sql<ReturnBatch>`select ${columns} from city.return_batch
    where city_id = ${tx.scope.cityId} and batch_id = ${batchId} for update`.execute(tables(tx));
  return rows[0];
}

export async function listBatches(
  tx: Tx,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: ReturnBatch[]; total: number }> {
  const found = await sql<ReturnBatch>`select ${columns} from city.return_batch
    where city_id = ${tx.scope.cityId} and files > 0
    order by recorded_at desc, batch_id desc limit ${page.limit} offset ${page.offset}`.execute(tables(tx));
  const counted = await sql<{ total: bigint }>`select count(*) as total from city.return_batch
    where city_id = ${tx.scope.cityId} and files > 0`.execute(tables(tx));
  return { rows: found.rows, total: Number(counted.rows[0]?.total ?? 0n) };
}

type BatchChange =
  | { readonly files: number }
  | { readonly status: 'written'; readonly written: number; readonly at: Date }
  | { readonly status: 'undone'; readonly at: Date; readonly by: string; readonly reason: string }
  | { readonly status: 'discarded' };

export async function changeBatch(tx: Tx, batchId: BatchId, change: BatchChange): Promise<void> {
  const assigned =
    'files' in change
      ? sql`files = ${change.files}`
      : change.status === 'written'
        ? sql`status = 'written', written = ${change.written}, written_at = ${change.at}`
        : change.status === 'undone'
          ? sql`status = 'undone', undone_at = ${change.at}, undone_by = ${change.by}, undone_reason = ${change.reason}`
          : sql`status = 'discarded'`;
  await sql`update city.return_batch set version = version + 1, ${assigned}
    where city_id = ${tx.scope.cityId} and batch_id = ${batchId}`.execute(tables(tx));
}
