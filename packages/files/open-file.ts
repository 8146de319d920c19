import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { ensure } from '#kernel/refusal';
import { currentFileStore } from './current-store.ts';
import { contentPath, type FileStore } from './file-store.ts';
import type { FileWorld } from './put-file.ts';
import { findFileRow } from './store/file.ts';
import type { FileId, StoredFile } from './stored-file.ts';

export function findFile(world: FileWorld, fileId: FileId): Promise<StoredFile | undefined> {
  return findFileRow(world.tx, fileId);
}

export async function getFile(world: FileWorld, fileId: FileId): Promise<StoredFile> {
  const file = await findFile(world, fileId);
  ensure(file, 'files.not_found', { fileId });
  return file;
}

/** The content as a stream. Who may see it is for the caller to decide, by the matter or project it belongs to. */
export async function openFile(
  world: FileWorld,
  fileId: FileId,
): Promise<{ file: StoredFile; stream: Readable }> {
  const file = await getFile(world, fileId);
  const path = contentPath(world.files ?? currentFileStore(), file.hash);
  const found = await stat(path).catch(() => undefined);
  ensure(found?.size === file.sizeBytes, 'files.content_missing', { name: file.name });
  return { file, stream: createReadStream(path) };
}

/** The content in one piece, checked against its hash. */
export async function readFileBytes(world: FileWorld, fileId: FileId): Promise<Buffer> {
  const file = await getFile(world, fileId);
  const bytes = await readContent(world.files ?? currentFileStore(), file.hash);
  ensure(bytes, 'files.content_missing', { name: file.name });
  return bytes;
}

/** The bytes under a hash, or undefined where they are missing or not what the hash says. */
export async function readContent(store: FileStore, hash: string): Promise<Buffer | undefined> {
  const bytes = await readFile(contentPath(store, hash)).catch(() => undefined);
  if (!bytes || createHash('sm3').update(bytes).digest('hex') !== hash) return undefined;
  return bytes;
}
