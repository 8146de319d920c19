import { refuse } from '#kernel/refusal';

/** UTF-8 or UTF-16 by its mark, UTF-8 if it is valid, else GB18030, which includes GBK and GB2312. */
export function decodeText(bytes: Uint8Array, name: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = tryDecode(bytes, 'utf-8') ?? tryDecode(bytes, 'gb18030');
  if (text !== undefined) return text;
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const broken = new TextDecoder(marked ? 'utf-8' : 'gb18030').decode(bytes);
  const line = broken.slice(0, broken.indexOf('\ufffd')).split('\n').length;
  return refuse('sheets.strange_encoding', { name, line });
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
