import { refuse } from '#kernel/refusal';
import { type Source, sourceHead } from './source.ts';

/** What a file holds, seen from its first bytes; its extension proves nothing. */
export type Content = 'zip' | 'ole' | 'text';

const others: readonly (readonly [magic: string, what: string])[] = [
  ['%PDF', ' PDF 文件'],
  ['\x89PNG', '图片'],
  ['\xff\xd8\xff', '图片'],
  ['GIF8', '图片'],
  ['BM', '图片'],
  ['II*\0', '图片'],
  ['MM\0*', '图片'],
  ['Rar!', '压缩包'],
  ['7z\xbc\xaf', '压缩包'],
  ['\x1f\x8b', '压缩包'],
  ['{\\rtf', ' RTF 文档'],
  ['MZ', '程序文件'],
  ['\x7fELF', '程序文件'],
];

/** Refuses whatever is no workbook and no table of text. */
export async function contentOf(source: Source, name: string): Promise<Content> {
  const head = await sourceHead(source, 65_536);
  const start = head.toString('latin1', 0, 8);
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip';
  if (start === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return 'ole';
  if (/^\x09[\0\x02\x04\x08]/.test(start) && head.includes(0)) refuse('sheets.old_unreadable', { name });
  const other = others.find(([magic]) => start.startsWith(magic));
  if (other && (other[0].length > 2 || head.includes(0)))
    refuse('sheets.not_a_workbook', { name, what: other[1] });
  const wide = start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff');
  if (wide) return 'text';
  if (head.includes(0)) refuse('sheets.not_a_workbook', { name, what: '无法识别的二进制文件' });
  refuseMarkup(head.toString('latin1'), name);
  return 'text';
}

function refuseMarkup(head: string, name: string): void {
  const text = head.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (/^mime-version:/i.test(text)) refuse('sheets.html_disguised', { name });
  if (/^[{[]\s*["{[]/.test(text)) refuse('sheets.not_a_workbook', { name, what: ' JSON 文件' });
  if (!/^<[!?a-z]/i.test(text)) return;
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet')) refuse('sheets.xml_2003', { name });
  if (/<(!doctype\s+html|html|head|meta|body|table|div|style)\b/i.test(text))
    refuse('sheets.html_disguised', { name });
  refuse('sheets.not_a_workbook', { name, what: ' XML 文件' });
}
