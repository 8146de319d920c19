import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ensure, refuse } from '#kernel/refusal';
import type { Limits } from '../limits.ts';
import { sizeText } from '../source.ts';

/** The parts of a zipped document by lower-case name; names are keys here and never become paths. */
export type Archive = {
  readonly name: string;
  readonly zip: ZipFile;
  readonly parts: ReadonlyMap<string, Entry>;
};

export async function openArchive(bytes: Buffer, name: string, limits: Limits): Promise<Archive> {
  const options = { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: true };
  const zip = await asDamaged(name, fromBufferPromise(bytes, options));
  try {
    ensure(zip.entryCount <= limits.parts, 'reading.too_many', {
      name,
      what: '内部文件数',
      limit: limits.parts,
    });
    const parts = new Map<string, Entry>();
    const entries = zip.eachEntry();
    for (;;) {
      const next = await asDamaged(name, entries.next());
      if (next.done) return { name, zip, parts };
      const entry: Entry = next.value;
      parts.set(
        entry.fileNameRaw.toString('utf8').replaceAll('\\', '/').replace(/^\//, '').toLowerCase(),
        entry,
      );
    }
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** One part unpacked, piece by piece, within the limits; what it declares of its size is not believed. */
export async function* unpack({ name, zip }: Archive, entry: Entry, limits: Limits): AsyncGenerator<Buffer> {
  ensure(!entry.isEncrypted(), 'reading.password', { name });
  ensure(entry.canDecodeFileData(), 'reading.damaged', { name, detail: '压缩方式不通用' });
  const tooLarge = () => refuse('reading.unpacks_too_large', { name, limit: sizeText(limits.partBytes) });
  if (entry.uncompressedSize > limits.partBytes) tooLarge();
  const ratio = Math.round(entry.uncompressedSize / Math.max(1, entry.compressedSize));
  ensure(
    entry.uncompressedSize <= limits.ratioFromBytes || ratio <= limits.ratio,
    'reading.suspicious_ratio',
    {
      name,
      actual: ratio,
      limit: limits.ratio,
    },
  );
  const stream: Readable = await asDamaged(name, zip.openReadStreamPromise(entry));
  const pieces = stream[Symbol.asyncIterator]();
  let size = 0;
  try {
    for (;;) {
      const next = await asDamaged(name, pieces.next());
      if (next.done) return;
      size += (next.value as Buffer).length;
      if (size > limits.partBytes) tooLarge();
      yield next.value as Buffer;
    }
  } finally {
    stream.destroy();
  }
}

/** What the zip library throws is about the file, not about us. */
async function asDamaged<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch {
    return refuse('reading.damaged', { name, detail: '压缩包不完整或不合规' });
  }
}
