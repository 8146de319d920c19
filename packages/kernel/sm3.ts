import { createHash } from 'node:crypto';

/** SM3 (GB/T 32905-2016) of the bytes, or of the text in UTF-8, as 64 lower-case hexadecimal digits. */
export function sm3(data: string | Uint8Array): string {
  return createHash('sm3').update(data).digest('hex');
}
