import type { Readable } from 'node:stream';

/** A file as a handler receives it from an upload, or returns it for a download, or a caller gets it. */
export type ReceivedFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType?: string;
};

/** A file as a handler returns it: in memory, or read while it is sent where it may be large. */
export type ServedFile =
  | ReceivedFile
  | { readonly name: string; readonly stream: Readable; readonly contentType?: string };

/** A file as a caller sends it: bytes on the command line, a `File` in the browser. */
export type SentFile = { readonly name: string; readonly bytes: Uint8Array | Blob };

/** The last part of a name in whichever notation, without characters that no file system takes. */
export function plainFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '').trim();
  return clean === '' || clean === '.' || clean === '..' ? '未命名' : clean.slice(0, 200);
}

/** RFC 6266: a plain fallback and the real name in UTF-8. */
export function contentDisposition(name: string): string {
  const plain = plainFileName(name);
  const fallback = plain.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(plain).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${fallback}"; filename*=UTF-8''${encoded}`;
}

/** Reads the name back; undefined when the header carries none. */
export function fileNameFrom(disposition: string | null): string | undefined {
  const encoded = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return disposition?.match(/filename="([^"]*)"/i)?.[1];
}
