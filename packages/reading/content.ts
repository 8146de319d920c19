import { refuse } from '#kernel/refusal';

export type Content = 'docx' | 'pdf' | 'html' | 'text';

const others: readonly (readonly [magic: string, what: string])[] = [
  ['\x89PNG', '图片'],
  ['\xff\xd8\xff', '图片'],
  ['GIF8', '图片'],
  ['II*\0', '图片'],
  ['MM\0*', '图片'],
  ['Rar!', '压缩包'],
  ['7z\xbc\xaf', '压缩包'],
  ['\x1f\x8b', '压缩包'],
  ['{\\rtf', ' RTF 文档'],
  ['MZ', '程序文件'],
  ['\x7fELF', '程序文件'],
];

/** What a file holds, seen from its bytes; its extension proves nothing. */
export function contentOf(bytes: Buffer, name: string): Content {
  const start = bytes.toString('latin1', 0, 16);
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'docx';
  if (start.startsWith('\xd0\xcf\x11\xe0')) refuse('reading.old_word', { name });
  const other = others.find(([magic]) => start.startsWith(magic));
  if (other) refuse('reading.not_a_document', { name, what: other[1] });
  if (bytes.toString('latin1', 0, 1024).includes('%PDF-')) return 'pdf';
  const head = bytes.subarray(0, 4096);
  if (!isWide(bytes) && head.includes(0))
    refuse('reading.not_a_document', { name, what: '无法识别的二进制文件' });
  const text = head
    .toString('latin1')
    .replace(/\0/g, '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  return /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|div|p|table|span|article|section|\?xml[^>]*>\s*<(?:!doctype\s+)?html)\b/i.test(
    text,
  )
    ? 'html'
    : 'text';
}

/** UTF-16 with its mark, or without: every second byte of Latin text is zero. */
export function isWide(bytes: Uint8Array): boolean {
  return wideEncoding(bytes) !== undefined;
}

export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(bytes.length, 2000) >> 1;
  let [low, high] = [0, 0];
  for (let pair = 0; pair < pairs; pair++) {
    const [first, second] = [bytes[pair * 2]!, bytes[pair * 2 + 1]!];
    if (second === 0 || (second >= 0x4e && second <= 0x9f)) low += second === 0 ? 2 : 1;
    if (first === 0 || (first >= 0x4e && first <= 0x9f)) high += first === 0 ? 2 : 1;
  }
  const zeros = bytes.subarray(0, pairs * 2).includes(0);
  if (!zeros || pairs < 8) return undefined;
  return low > high
    ? low > pairs * 0.8
      ? 'utf-16le'
      : undefined
    : high > pairs * 0.8
      ? 'utf-16be'
      : undefined;
}
