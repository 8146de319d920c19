import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { ensure } from '#kernel/refusal';
import { tarEnd, tarHeader, tarPadding } from './tar.ts';

export type ArchiveWriter = {
  add(name: string, bytes: Buffer): Promise<void>;
  /** Adds a file as it is now and returns its length and hash. */
  addFile(name: string, path: string): Promise<{ bytes: number; sha256: string }>;
};

/** Writes a .tar.gz beside its final name and gives it that name when it is whole. Returns its length. */
export async function writeArchive(
  file: string,
  at: Date,
  fill: (archive: ArchiveWriter) => Promise<void>,
): Promise<number> {
  ensure(!existsSync(file), 'backup.file_exists', { file });
  const draft = `${file}.partial`;
  const gzip = createGzip();
  const written = pipeline(gzip, createWriteStream(draft, { mode: 0o600, flush: true }));
  const put = async (bytes: Buffer) => {
    if (!gzip.write(bytes)) await Promise.race([once(gzip, 'drain'), written]);
  };
  try {
    await Promise.race([fill(writerOver(put, at)), written]);
    gzip.end(tarEnd);
    await written;
    renameSync(draft, file);
  } catch (error) {
    gzip.destroy();
    await written.catch(() => undefined);
    rmSync(draft, { force: true });
    throw error;
  }
  return statSync(file).size;
}

function writerOver(put: (bytes: Buffer) => Promise<void>, at: Date): ArchiveWriter {
  return {
    add: async (name, bytes) => {
      await put(tarHeader(name, bytes.length, at));
      await put(bytes);
      await put(tarPadding(bytes.length));
    },
    addFile: async (name, path) => {
      const { size } = statSync(path);
      const hash = createHash('sha256');
      await put(tarHeader(name, size, at));
      if (size > 0) {
        for await (const part of createReadStream(path, { end: size - 1 })) {
          hash.update(part);
          await put(part);
        }
      }
      await put(tarPadding(size));
      return { bytes: size, sha256: hash.digest('hex') };
    },
  };
}
