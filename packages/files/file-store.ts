import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { refuse } from '#kernel/refusal';
import './refusals.ts';

/** A folder of contents, each under its SM3 hash: ab/cd/abcd….  No name given by a person becomes a path. */
export type FileStore = { readonly folder: string };

/** A content on its way in: complete and on the disk, but not yet under its hash. */
export type Incoming = { readonly path: string; readonly hash: string; readonly sizeBytes: number };

export async function openFileStore(folder: string): Promise<FileStore> {
  await mkdir(join(folder, 'incoming'), { recursive: true, mode: 0o700 });
  return { folder };
}

export function contentPath(store: FileStore, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a content hash');
  return join(store.folder, hash.slice(0, 2), hash.slice(2, 4), hash);
}

/** Writes a content aside while it is hashed; `ensureSize` may stop it on the way. */
export async function receive(
  store: FileStore,
  content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  ensureSize: (sizeBytes: number) => void,
): Promise<Incoming> {
  const path = join(store.folder, 'incoming', randomUUID());
  const hash = createHash('sm3');
  let sizeBytes = 0;
  const file = await orFull(open(path, 'wx', 0o600));
  try {
    for await (const piece of content) {
      sizeBytes += piece.length;
      ensureSize(sizeBytes);
      hash.update(piece);
      await orFull(writeWhole(file, piece));
    }
    await orFull(file.sync());
  } catch (error) {
    await file.close();
    await unlink(path);
    throw error;
  }
  await file.close();
  return { path, hash: hash.digest('hex'), sizeBytes };
}

/**
 * Puts a received content under its hash. Once this returns, it survives a loss of power. The same content found
 * there is replaced, which mends it should it have been damaged.
 */
export async function settle(store: FileStore, incoming: Incoming): Promise<void> {
  const path = contentPath(store, incoming.hash);
  await orFull(mkdir(dirname(path), { recursive: true, mode: 0o700 }));
  await orFull(rename(incoming.path, path));
  for (const folder of [dirname(path), dirname(dirname(path)), store.folder]) await syncFolder(folder);
}

export async function drop(incoming: Incoming): Promise<void> {
  await rm(incoming.path, { force: true });
}

/** What a crash left half received is removed once it is old enough to be nobody's any more. */
export async function sweepIncoming(store: FileStore, before: Date): Promise<number> {
  const folder = join(store.folder, 'incoming');
  let gone = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if ((await stat(path)).mtime >= before) continue;
    await unlink(path);
    gone++;
  }
  return gone;
}

async function writeWhole(file: FileHandle, piece: Uint8Array): Promise<void> {
  let written = 0;
  while (written < piece.length) {
    written += (await file.write(piece, written, piece.length - written)).bytesWritten;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A full disk or quota is for a person to solve, not a defect. */
async function orFull<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOSPC' || code === 'EDQUOT') refuse('files.disk_full');
    throw error;
  }
}
