import { namedQuery, type Tx } from '#db';
import type { FileId, StoredFile } from '../stored-file.ts';

type FileRow = {
  file_id: string;
  hash: string;
  size_bytes: bigint;
  media_type: string;
  name: string;
  uploaded_by: string;
  uploaded_at: Date;
};

export type NewFile = Omit<StoredFile, 'uploadedBy' | 'uploadedAt'>;

export async function insertFile(tx: Tx, file: NewFile): Promise<StoredFile> {
  const [row] = await namedQuery<FileRow>(
    tx,
    'files_insert',
    `insert into city.file (city_id, file_id, hash, size_bytes, media_type, name, uploaded_by)
     values ($1, $2, $3, $4, $5, $6, $7) returning *`,
    [tx.scope.cityId, file.fileId, file.hash, file.sizeBytes, file.mediaType, file.name, tx.scope.actorId],
  );
  return toFile(row as FileRow);
}

export async function findFileRow(tx: Tx, fileId: FileId): Promise<StoredFile | undefined> {
  const [row] = await namedQuery<FileRow>(
    tx,
    'files_find',
    'select * from city.file where city_id = $1 and file_id = $2',
    [tx.scope.cityId, fileId],
  );
  return row && toFile(row);
}

/** The hashes of a city's contents in order, from one after `after` on: for backup and for checking the store. */
export async function listHashes(tx: Tx, after: string, atMost: number): Promise<string[]> {
  const rows = await namedQuery<{ hash: string }>(
    tx,
    'files_hashes',
    'select distinct hash from city.file where city_id = $1 and hash > $2 order by hash limit $3',
    [tx.scope.cityId, after, atMost],
  );
  return rows.map((row) => row.hash);
}

function toFile(row: FileRow): StoredFile {
  return {
    fileId: row.file_id as FileId,
    hash: row.hash,
    sizeBytes: Number(row.size_bytes),
    mediaType: row.media_type,
    name: row.name,
    uploadedBy: row.uploaded_by,
    uploadedAt: row.uploaded_at,
  };
}
