import type { Cell } from '#sheets';
import type { Column } from './column.ts';
import type { Dictionary } from './dictionary.ts';
import { isUnitAlone, unitStated } from './header-text.ts';
import { rowPatterns } from './row-patterns.ts';
import { spelling } from './spelling.ts';

/** Rows of words alone below a header: units, notes, signatures. */
export function remarkKind(
  texts: readonly Cell[],
  columns: readonly Column[],
  dictionary: Dictionary,
): 'unit' | 'note' | 'signature' | undefined {
  const patterns = rowPatterns(dictionary);
  const first = spelling(texts[0]?.text ?? '');
  if (texts.length === 1 && isUnitLine(first)) return 'unit';
  if (texts.length <= 3 && patterns.note.test(first)) return 'note';
  if (patterns.sealed.test(first)) return 'signature';
  const signs = texts.filter((cell) => patterns.signature.test(spelling(cell.text)));
  if (signs[0] === texts[0] && signs.length > 0 && signs.length >= texts.length * 0.5) return 'signature';
  if (texts.length > 1) return undefined;
  const inName = texts[0]?.column === columns.find((c) => c.field === 'name')?.number;
  return isNote(first, inName) ? 'note' : undefined;
}

function isUnitLine(text: string): boolean {
  if (isUnitAlone(text)) return true;
  return text.length < 20 && unitStated(text) !== undefined && /^\(?(?:金额|计量)?单位/.test(text);
}

/** 「2.未开工项目填写前期进展。」, 「※…」, 「本月无新增项目」, a paragraph. */
function isNote(text: string, inName: boolean): boolean {
  if (/^(?:\d{1,2}[.、]|\(\d\)|[※*])/.test(text) && /[。；;]$/.test(text) && text.length > 12) return true;
  if (text.startsWith('※') || (text.length > 60 && !inName)) return true;
  return /^第\d+页/.test(text) || /^(?:本表|以上|上述|此表|表中|本月无|暂无|无填报|无项目|本地区)/.test(text);
}
