import { refuse } from '#kernel/refusal';
import { wideEncoding } from './content.ts';

/** UTF-16 by its mark or its zeros, UTF-8 if it is valid, else GB18030, which includes GBK and GB2312. */
export function decodeText(bytes: Uint8Array, name: string): string {
  const wide = wideEncoding(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  const text = tryDecode(bytes, 'utf-8') ?? tryDecode(bytes, 'gb18030');
  if (text !== undefined) return text;
  const broken = new TextDecoder('utf-8').decode(bytes);
  const first = broken.indexOf('\ufffd');
  const faults = broken.split('\ufffd').length - 1;
  // A character cut in two at the end of a page, or a handful of bad bytes, does not spoil a document.
  if (faults <= Math.max(2, broken.length / 500)) return broken.replaceAll('\ufffd', '');
  return refuse('reading.strange_encoding', { name, line: broken.slice(0, first).split('\n').length });
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
