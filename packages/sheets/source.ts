import { open, readFile, stat } from 'node:fs/promises';

/** A file to read: its bytes, or where it lies. */
export type Source = Uint8Array | { readonly path: string };

/** What a reader is told about a file besides its bytes. */
export type Named = { readonly name: string };

export async function sourceSize(source: Source): Promise<number> {
  return source instanceof Uint8Array ? source.length : (await stat(source.path)).size;
}

/** The first bytes, enough to see what the content is. */
export async function sourceHead(source: Source, length: number): Promise<Buffer> {
  if (source instanceof Uint8Array) {
    return Buffer.from(source.buffer, source.byteOffset, Math.min(length, source.length));
  }
  const file = await open(source.path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

export function sizeText(bytes: number): string {
  const mb = bytes / (1024 * 1024);
  return mb >= 1 ? `${mb.toFixed(mb < 10 ? 1 : 0)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

export async function sourceBytes(source: Source): Promise<Uint8Array> {
  return source instanceof Uint8Array ? source : readFile(source.path);
}
