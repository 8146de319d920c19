const block = 512;

/** The header of one entry in the ustar format, which every tar reads. */
export function tarHeader(name: string, size: number, modifiedAt: Date): Buffer {
  const [prefix, base] = splitName(name);
  const header = Buffer.alloc(block);
  header.write(base, 0, 100, 'utf8');
  header.write('0000600\0', 100, 'ascii');
  header.write('0000000\0', 108, 'ascii');
  header.write('0000000\0', 116, 'ascii');
  header.write(octal(size, 11), 124, 'ascii');
  header.write(octal(Math.floor(modifiedAt.getTime() / 1000), 11), 136, 'ascii');
  header.write('        ', 148, 'ascii');
  header.write('0', 156, 'ascii');
  header.write('ustar\u000000', 257, 'ascii');
  header.write(prefix, 345, 155, 'utf8');
  header.write(`${octal(checksum(header), 6)} `, 148, 'ascii');
  return header;
}

/** Entries fill whole blocks. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block);

export const tarEnd = Buffer.alloc(block * 2);

export type TarEntry = { readonly name: string; readonly size: number; readonly body: AsyncIterable<Buffer> };

/** Thrown when the bytes are not those of a tar, or stop before its end. */
export class BrokenTar extends Error {}

/** The entries in their order. A body not read to its end is skipped. */
export async function* tarEntries(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const reader = byteReader(source);
  for (;;) {
    const header = await reader.take(block);
    if (header.every((byte) => byte === 0)) return;
    const [name, size] = parseHeader(header);
    const body = reader.stream(size);
    yield { name, size, body };
    for await (const _ of body);
    await reader.take(tarPadding(size).length);
  }
}

function parseHeader(header: Buffer): [name: string, size: number] {
  const text = (from: number, length: number) =>
    header.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  const unsummed = Buffer.from(header).fill(' ', 148, 156);
  if (text(257, 5) !== 'ustar' || Number.parseInt(text(148, 8), 8) !== checksum(unsummed)) {
    throw new BrokenTar('not a tar header');
  }
  const prefix = text(345, 155);
  return [prefix ? `${prefix}/${text(0, 100)}` : text(0, 100), Number.parseInt(text(124, 12), 8)];
}

function byteReader(source: AsyncIterable<Buffer>) {
  const input = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const some = async (most: number): Promise<Buffer> => {
    if (held.length === 0) {
      const next = await input.next();
      if (next.done) throw new BrokenTar('the archive ends too early');
      held = next.value;
    }
    const part = held.subarray(0, most);
    held = held.subarray(part.length);
    return part;
  };
  async function* stream(size: number): AsyncGenerator<Buffer, void, undefined> {
    for (let left = size; left > 0; ) {
      const part = await some(left);
      left -= part.length;
      yield part;
    }
  }
  const take = async (size: number): Promise<Buffer> => {
    const parts: Buffer[] = [];
    for await (const part of stream(size)) parts.push(part);
    return Buffer.concat(parts);
  };
  return { take, stream };
}

const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;

function checksum(header: Buffer): number {
  return header.reduce((sum, byte) => sum + byte, 0);
}

/** A name of more than 100 bytes is cut at a slash into a prefix and the rest. */
function splitName(name: string): [prefix: string, base: string] {
  if (Buffer.byteLength(name) <= 100) return ['', name];
  for (let slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
    const [prefix, base] = [name.slice(0, slash), name.slice(slash + 1)];
    if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(base) <= 100) return [prefix, base];
  }
  throw new Error(`a name too long for an archive: ${name}`);
}
