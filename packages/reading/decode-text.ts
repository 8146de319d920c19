import { refuse } from '#kernel/refusal';
import { wideEncoding } from './content.ts';

/**
 * UTF-16 by its mark or its zeros, UTF-8 if it is valid, else GB 18030, which includes GBK and GB 2312. UTF-8 with a
 * character cut in two, at the end of a page for instance, is still UTF-8.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const wide = wideEncoding(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  const text =
    tryDecode(bytes, 'utf-8') ??
    nearly(bytes, 'utf-8') ??
    tryDecode(bytes, 'gb18030') ??
    nearly(bytes, 'gb18030');
  if (text !== undefined) return text;
  const broken = new TextDecoder('utf-8').decode(bytes);
  return refuse('reading.strange_encoding', {
    name,
    line: broken.slice(0, broken.indexOf(fault)).split('\n').length,
  });
}

const fault = '\ufffd';

/** A text with a fault or two in many characters. */
function nearly(bytes: Uint8Array, encoding: string): string | undefined {
  const text = new TextDecoder(encoding).decode(bytes);
  const faults = text.split(fault).length - 1;
  const fine =
    faults <= Math.max(1, text.length / 500) && text.length > 8 * faults && /[\u4e00-\u9fff]/.test(text);
  return fine ? text.replaceAll(fault, '') : undefined;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
