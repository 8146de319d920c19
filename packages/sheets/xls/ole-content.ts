import { refuse } from '#kernel/refusal';

/** What a compound file (the container of old Office files and of encrypted new ones) holds, by its folder. */
export function ensureOldWorkbook(bytes: Buffer, name: string): void {
  const has = (entry: string) => hasEntry(bytes, entry);
  if (has('EncryptedPackage')) refuse('sheets.password', { name });
  if (has('WordDocument')) refuse('sheets.not_a_workbook', { name, what: ' Word 文档' });
  if (has('PowerPoint Document')) refuse('sheets.not_a_workbook', { name, what: '演示文稿' });
  if (!has('Workbook') && !has('Book')) {
    refuse('sheets.not_a_workbook', { name, what: '其他程序的文件' });
  }
  if (/\.ett?$/i.test(name)) refuse('sheets.wps_et', { name });
  if (has('_VBA_PROJECT_CUR')) refuse('sheets.macros', { name });
}

/** A folder entry takes 128 bytes: its name in UTF-16, and at 64 the length of the name with its final zero. */
function hasEntry(bytes: Buffer, entry: string): boolean {
  const wanted = Buffer.from(`${entry}\0`, 'utf16le');
  for (let at = bytes.indexOf(wanted, 512); at >= 0; at = bytes.indexOf(wanted, at + 1)) {
    const isEntry = at % 128 === 0 && at + 66 <= bytes.length;
    if (isEntry && bytes.readUInt16LE(at + 64) === wanted.length) return true;
  }
  return false;
}
