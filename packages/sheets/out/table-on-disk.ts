import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Tables, tableStream } from './write-table.ts';

/**
 * A workbook of any length, written to the disk and read from there: memory holds a piece of it at a time. The file has
 * lost its name by the time it is read, so that nothing of it stays, whatever happens to the reader.
 */
export async function tableOnDisk(tables: Tables): Promise<Readable> {
  const path = join(tmpdir(), `guatu-table-${randomUUID()}.xlsx`);
  try {
    await pipeline(tableStream(tables), createWriteStream(path, { mode: 0o600 }));
    const file = await open(path, 'r');
    return createReadStream('', { fd: file });
  } finally {
    await unlink(path).catch(() => undefined);
  }
}
