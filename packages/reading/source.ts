import { open, readFile, stat } from 'node:fs/promises';
import { ensure, refuse } from '#kernel/refusal';
import type { Limits } from './limits.ts';

/** A file to read: its bytes, or where it lies. */
export type Source = Uint8Array | { readonly path: string };

/** The bytes of a file that is not too large; the size is looked at before anything is read. */
export async function bytesOf(source: Source, name: string, limits: Limits): Promise<Buffer> {
  const size = source instanceof Uint8Array ? source.length : await sizeOf(source.path, name);
  ensure(size > 0, 'reading.empty_file', { name });
  ensure(size <= limits.fileBytes, 'reading.file_too_large', {
    name,
    actual: sizeText(size),
    limit: sizeText(limits.fileBytes),
  });
  if (source instanceof Uint8Array) return Buffer.from(source.buffer, source.byteOffset, source.length);
  return readFile(source.path);
}

async function sizeOf(path: string, name: string): Promise<number> {
  try {
    const found = await stat(path);
    ensure(found.isFile(), 'reading.no_file', { name });
    const file = await open(path, 'r');
    await file.close();
    return found.size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code)))
      return refuse('reading.no_file', { name });
    throw error;
  }
}

export function sizeText(bytes: number): string {
  const mb = bytes / (1024 * 1024);
  return mb >= 1 ? `${mb.toFixed(mb < 10 ? 1 : 0)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
