import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { ensure, Refusal } from '#kernel/refusal';
import { sqlState } from '../retrying.ts';
import { type Manifest, manifestName } from './contents.ts';
import { BrokenTar, type TarEntry, tarEntries } from './tar.ts';

export type Progress = { part: string };

/** The entries of an archive in their order; `progress` names the one being read. */
export async function* readArchive(file: string, progress: Progress): AsyncGenerator<TarEntry> {
  const unzip = createGunzip();
  const source = createReadStream(file).on('error', (error) => unzip.destroy(error));
  for await (const entry of tarEntries(source.pipe(unzip))) {
    progress.part = entry.name;
    yield entry;
  }
}

/** Bytes that cannot be unpacked, and rows no table takes (classes 22 and 23), mean a damaged archive. */
export function damage(error: unknown, file: string, { part }: Progress): unknown {
  const code = sqlState(error) ?? '';
  if (!(error instanceof BrokenTar || error instanceof SyntaxError || /^(Z_|2[23]...$)/.test(code)))
    return error;
  return new Refusal(part === manifestName ? 'backup.not_an_archive' : 'backup.damaged', { file, part });
}

export async function manifestFrom(entries: AsyncGenerator<TarEntry>, file: string): Promise<Manifest> {
  const first = await entries.next();
  ensure(!first.done && first.value.name === manifestName, 'backup.not_an_archive', { file });
  const manifest = (await jsonOf(first.value)) as Manifest;
  ensure(manifest.kind === 'guatu-backup' && manifest.format === 1, 'backup.not_an_archive', { file });
  return manifest;
}

export async function jsonOf(entry: TarEntry): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of entry.body) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}
