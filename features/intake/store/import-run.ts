import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { FileId } from '#files';
import type { Id } from '#kernel/id';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { Mapping } from '../domain/column.ts';
import type { Finding } from '../domain/finding.ts';
import type { ImportKind } from '../import-request.ts';
import type { BatchId } from './return-batch.ts';

export type ImportId = Id<'import'>;

export type ImportStatus = 'read' | 'written' | 'undone' | 'discarded';

/** A workbook taken in, without its findings. */
export type ImportRun = {
  readonly importId: ImportId;
  /** The returns it came with; null for a workbook taken in by itself. */
  readonly batchId: BatchId | null;
  readonly kind: ImportKind;
  readonly year: number;
  readonly month: Month | null;
  readonly receivedOn: PlainDate;
  readonly sender: string | null;
  readonly fileId: FileId | null;
  readonly fileName: string;
  readonly mapping: Mapping | null;
  readonly status: ImportStatus;
  readonly accepted: number;
  readonly rejected: number;
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

const columns = sql`import_id as "importId", batch_id as "batchId", kind, year, month, received_on as "receivedOn", sender,
  file_id as "fileId", file_name as "fileName", mapping, status, accepted, rejected, written,
  actor_id as "actorId", actor_name as "actorName", recorded_at as "recordedAt", written_at as "writtenAt",
  undone_at as "undoneAt", undone_by as "undoneBy", undone_reason as "undoneReason", version`;

export type NewImportRun = Pick<
  ImportRun,
  | 'importId'
  | 'kind'
  | 'year'
  | 'month'
  | 'receivedOn'
  | 'sender'
  | 'fileId'
  | 'fileName'
  | 'mapping'
  | 'actorId'
  | 'actorName'
> & {
  readonly batchId?: BatchId;
  readonly contentHash: string;
  readonly accepted: number;
  readonly rejected: number;
  readonly findings: readonly Finding[];
};

export async function insertImportRun(tx: Tx, run: NewImportRun): Promise<void> {
  await sql`insert into city.import_run (city_id, import_id, batch_id, kind, year, month, received_on, sender, file_id, file_name,
      content_hash, mapping, status, accepted, rejected, findings, actor_id, actor_name)
    values (${tx.scope.cityId}, ${run.importId}, ${run.batchId ?? null}, ${run.kind}, ${run.year}, ${run.month}, ${run.receivedOn}, ${run.sender},
      ${run.fileId}, ${run.fileName}, ${run.contentHash}, ${JSON.stringify(run.mapping)}, 'read', ${run.accepted},
      ${run.rejected}, ${JSON.stringify(run.findings)}, ${run.actorId}, ${run.actorName})`.execute(
    tables(tx),
  );
}

export async function findImportRun(tx: Tx, importId: ImportId): Promise<ImportRun | undefined> {
  const { rows } = await sql<ImportRun>`select ${columns} from city.import_run
    where city_id = ${tx.scope.cityId} and import_id = ${importId}`.execute(tables(tx));
  return rows[0];
}

/** Holds the row until the transaction ends, so that two confirmations cannot both write. */
export async function lockImportRun(tx: Tx, importId: ImportId): Promise<ImportRun | undefined> {
  const { rows } = await sql<ImportRun>`select ${columns} from city.import_run
    where city_id = ${tx.scope.cityId} and import_id = ${importId} for update`.execute(tables(tx));
  return rows[0];
}

export async function listImportRuns(
  tx: Tx,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: ImportRun[]; total: number }> {
  const found = await sql<ImportRun>`select ${columns} from city.import_run where city_id = ${tx.scope.cityId}
    order by recorded_at desc, import_id desc limit ${page.limit} offset ${page.offset}`.execute(tables(tx));
  const counted = await sql<{ total: bigint }>`select count(*) as total from city.import_run
    where city_id = ${tx.scope.cityId}`.execute(tables(tx));
  return { rows: found.rows, total: Number(counted.rows[0]?.total ?? 0n) };
}

/** The workbooks of a batch that were not taken out again, in the order they came. */
export async function listRunsOfBatch(tx: Tx, batchId: BatchId): Promise<(ImportRun & RunContent)[]> {
  const { rows } = await sql<ImportRun & RunContent>`select ${columns}, content_hash as "contentHash"
    from city.import_run where city_id = ${tx.scope.cityId} and batch_id = ${batchId} and status <> 'discarded'
    order by recorded_at, import_id`.execute(tables(tx));
  return rows;
}

/** Files of monthly reports as they came in, each content once, the latest first. */
export async function listReportFiles(tx: Tx, most: number): Promise<ReportFile[]> {
  const { rows } = await sql<ReportFile>`
    select "fileId", "fileName", month, "receivedOn", sender from (
      select distinct on (content_hash) file_id as "fileId", file_name as "fileName", month,
        received_on as "receivedOn", sender, recorded_at from city.import_run
      where city_id = ${tx.scope.cityId} and kind = 'reports' and status <> 'discarded' and file_id is not null
        and file_name ~* '[.]xlsx$'
      order by content_hash, recorded_at desc) kept
    order by recorded_at desc limit ${most}`.execute(tables(tx));
  return rows;
}

type ReportFile = {
  readonly fileId: FileId;
  readonly fileName: string;
  readonly month: Month;
  readonly receivedOn: PlainDate;
  readonly sender: string | null;
};

type RunContent = { readonly contentHash: string };

type RunChange =
  | { readonly status: 'written'; readonly written: number; readonly at: Date; readonly options: object }
  | { readonly status: 'undone'; readonly at: Date; readonly by: string; readonly reason: string }
  | { readonly status: 'discarded' }
  | {
      readonly status: 'read';
      readonly mapping: Mapping;
      readonly accepted: number;
      readonly rejected: number;
      readonly findings: readonly Finding[];
    };

export async function changeImportRun(tx: Tx, importId: ImportId, change: RunChange): Promise<void> {
  const assigned =
    change.status === 'written'
      ? sql`, written = ${change.written}, written_at = ${change.at}, options = ${JSON.stringify(change.options)}`
      : change.status === 'undone'
        ? sql`, undone_at = ${change.at}, undone_by = ${change.by}, undone_reason = ${change.reason}`
        : change.status === 'read'
          ? sql`, mapping = ${JSON.stringify(change.mapping)}, accepted = ${change.accepted},
              rejected = ${change.rejected}, findings = ${JSON.stringify(change.findings)}`
          : sql``;
  await sql`update city.import_run set version = version + 1, status = ${change.status} ${assigned}
    where city_id = ${tx.scope.cityId} and import_id = ${importId}`.execute(tables(tx));
}
