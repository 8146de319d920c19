import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { ensure, refuse } from '#kernel/refusal';
import type { Limits } from '../limits.ts';
import { type Source, sizeText } from '../source.ts';

/** The parts of a zipped workbook by lower-case name; names are keys here and never become paths. */
export type Archive = {
  readonly name: string;
  readonly parts: ReadonlyMap<string, Entry>;
  readonly zip: ZipFile;
};

export async function openArchive(source: Source, name: string, limits: Limits): Promise<Archive> {
  const zip = await asDamaged(name, openZip(source));
  try {
    ensure(zip.entryCount <= limits.parts, 'sheets.too_many', {
      name,
      what: '内部文件数',
      limit: limits.parts,
    });
    return { name, zip, parts: await listParts(zip, name, limits) };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function openZip(source: Source): Promise<ZipFile> {
  const options = { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: true };
  if (!(source instanceof Uint8Array)) return openPromise(source.path, options);
  return fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.length), options);
}

async function listParts(zip: ZipFile, name: string, limits: Limits): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>();
  const entries = zip.eachEntry();
  let unpacked = 0;
  for (;;) {
    const next = await asDamaged(name, entries.next());
    if (next.done) return parts;
    const entry: Entry = next.value;
    const part = partKey(entry.fileNameRaw.toString('utf8'));
    if (part.endsWith('/')) continue;
    ensure(!parts.has(part), 'sheets.damaged', { name, detail: '压缩包内有重名文件' });
    unpacked += entry.uncompressedSize;
    ensure(unpacked <= limits.unpackedBytes, 'sheets.unpacks_too_large', {
      name,
      actual: sizeText(unpacked),
      limit: sizeText(limits.unpackedBytes),
    });
    parts.set(part, entry);
  }
}

/** Part names differ in case, slashes and a leading slash from one program to the next. */
export function partKey(name: string): string {
  const key = name.replaceAll('\\', '/').toLowerCase();
  return key.startsWith('/') ? key.slice(1) : key;
}

/** One part unpacked, piece by piece, within the limits. */
export async function* unpack(archive: Archive, entry: Entry, limits: Limits): AsyncGenerator<Buffer> {
  const { name } = archive;
  ensure(!entry.isEncrypted(), 'sheets.password', { name });
  ensure(entry.canDecodeFileData(), 'sheets.damaged', { name, detail: '压缩方式不通用' });
  const size = entry.uncompressedSize;
  ensure(size <= limits.partBytes, 'sheets.unpacks_too_large', {
    name,
    actual: sizeText(size),
    limit: sizeText(limits.partBytes),
  });
  const ratio = Math.round(size / Math.max(1, entry.compressedSize));
  ensure(size <= limits.ratioFromBytes || ratio <= limits.ratio, 'sheets.suspicious_ratio', {
    name,
    actual: ratio,
    limit: limits.ratio,
  });
  const stream: Readable = await asDamaged(name, archive.zip.openReadStreamPromise(entry));
  const pieces = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await asDamaged(name, pieces.next());
      if (next.done) return;
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
    return refuse('sheets.damaged', { name, detail: '压缩包不完整或不合规' });
  }
}
