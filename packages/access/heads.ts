import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { auditHeadsFolder, type Db } from '#db';

/** The end of a chain at one time, as written outside the database. */
export type Head = {
  readonly number: bigint;
  readonly hash: string;
  readonly count: number;
  readonly at: string;
};

/** The demonstration shares the data folder, but not the chain. */
export function headsFileOf(db: Db, cityId: number): string {
  const name = db.database === 'guatu' ? `${cityId}.heads` : `${cityId}.${db.database}.heads`;
  return join(auditHeadsFolder(db.home), name);
}

/** Adds a line and waits until it is on the disk. */
export async function appendHead(file: string, head: Head): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o750 });
  const handle = await open(file, 'a+', 0o640);
  try {
    // A line that a crash cut short must not swallow the next one.
    const torn = await lastByte(handle).then((byte) => byte !== undefined && byte !== 0x0a);
    const line = JSON.stringify({ ...head, number: head.number.toString() });
    await handle.appendFile(`${torn ? '\n' : ''}${line}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function lastByte(handle: Awaited<ReturnType<typeof open>>): Promise<number | undefined> {
  const { size } = await handle.stat();
  if (size === 0) return undefined;
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0];
}

/** Every head written, in the order of writing; `undefined` for a line that cannot be read. Nothing without a file. */
export async function* readHeads(file: string): AsyncGenerator<Head | undefined> {
  const stream = createReadStream(file, 'utf8');
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line !== '') yield parseHead(line);
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  } finally {
    stream.destroy();
  }
}

/** The last readable head. */
export async function lastHead(file: string): Promise<Head | undefined> {
  let last: Head | undefined;
  for await (const head of readHeads(file)) last = head ?? last;
  return last;
}

function parseHead(line: string): Head | undefined {
  try {
    const read = JSON.parse(line) as Record<string, unknown>;
    const { number, hash, count, at } = read;
    if (typeof number !== 'string' || !/^\d+$/.test(number) || typeof hash !== 'string') return undefined;
    return { number: BigInt(number), hash, count: Number(count), at: String(at) };
  } catch {
    return undefined;
  }
}
