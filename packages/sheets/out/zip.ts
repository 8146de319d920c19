import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

export type ZipPart = { readonly name: string; readonly pieces: Pieces };

/** 1 January 1980, so that the same content gives the same bytes. */
const date = 0x0021;
/** Sizes follow the data; names are UTF-8. */
const flags = 0x0808;
const mostBytes = 0xffff_ffff;

/** A zip archive as it grows: nothing but the directory is kept, and nothing is made before it is taken. */
export async function* zipStream(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let at = 0;
  for await (const { name, pieces } of parts) {
    const start = at;
    const head = Buffer.concat([header(0x0403_4b50, 30, name), Buffer.from(name)]);
    at += head.length;
    yield head;
    const seen = { crc: 0, size: 0 };
    const packedFrom = at;
    for await (const chunk of deflated(pieces, seen)) {
      at += chunk.length;
      yield chunk;
    }
    const sizes = [seen.crc, at - packedFrom, seen.size] as const;
    if (at > mostBytes || seen.size > mostBytes) throw new Error('a table beyond 4 GB is no workbook');
    const tail = words(0x0807_4b50, ...sizes);
    at += tail.length;
    yield tail;
    directory.push(directoryEntry(name, sizes, start));
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  yield Buffer.concat([entries, end]);
}

export async function zipBytes(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of zipStream(parts)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* deflated(pieces: Pieces, seen: { crc: number; size: number }): AsyncGenerator<Buffer> {
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      seen.crc = crc32(bytes, seen.crc);
      seen.size += bytes.length;
      yield bytes;
    }
  }
  const deflate = createDeflateRaw({ level: 4 });
  const feeding = pipeline(Readable.from(counted()), deflate);
  // A failure comes out of the iteration below; left alone it would also count as unhandled.
  feeding.catch(() => undefined);
  yield* deflate as AsyncIterable<Buffer>;
  await feeding;
}

function header(signature: number, length: number, name: string): Buffer {
  const head = Buffer.alloc(length);
  head.writeUInt32LE(signature, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(8, 8);
  head.writeUInt16LE(date, 12);
  head.writeUInt16LE(Buffer.byteLength(name), 26);
  return head;
}

function directoryEntry(name: string, sizes: readonly [number, number, number], start: number): Buffer {
  const entry = Buffer.alloc(46);
  header(0, 30, name).copy(entry, 6, 4, 30);
  entry.writeUInt32LE(0x0201_4b50, 0);
  entry.writeUInt16LE(20, 4);
  words(...sizes).copy(entry, 16);
  entry.writeUInt32LE(start, 42);
  return Buffer.concat([entry, Buffer.from(name)]);
}

function words(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32LE(number, index * 4);
  return bytes;
}
