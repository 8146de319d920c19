import {
  atParagraphStart,
  gaps,
  paragraphEnd,
  paragraphsOf,
  plainOf,
  type Script,
  type Span,
} from './script.ts';
import { roleOf, type UnitRole } from './unit-label.ts';
import { looksLikeUnit } from './unit-name.ts';

/** A line of a text and its number. */
type TableLine = { readonly bare: string; readonly number: number };

const unitColumn = /^(?:牵头|责任|配合|主办|协办|落实|实施|承办)(?:单位|部门)$/;
const taskColumn = /任务|措施|内容|事项|举措|工作|项目/;

/** The columns of a head line such as 序号 重点任务 责任单位 that end in units; else nothing. */
function unitColumns(head: string): UnitRole[] | undefined {
  const columns = head.split(/\s+/);
  if (columns[0] !== '序号' || !columns.slice(1).some((one) => taskColumn.test(one))) return undefined;
  const first = columns.findIndex((one) => unitColumn.test(one));
  const units = first < 0 ? [] : columns.slice(first);
  return units.length > 0 && units.every((one) => unitColumn.test(one)) ? units.map(roleOf) : undefined;
}

/** The lines that open the rows of a task table turned to text: a head line names the columns, the rows count 1, 2, 3. */
export function tableRows(lines: readonly TableLine[]): Set<number> {
  const rows = new Set<number>();
  const head = lines.findIndex(({ bare }) => unitColumns(bare) !== undefined);
  if (head < 0) return rows;
  let last = 0;
  for (const { bare, number } of lines.slice(head + 1)) {
    // A row that is lost or printed twice is told of where the numbers are ordered.
    const found = Number(/^(\d{1,3}) /.exec(bare)?.[1] ?? 0);
    if (found === 0 || found < last || found > last + 4) continue;
    rows.add(number);
    last = found;
  }
  return rows.size > 1 ? rows : new Set();
}

/** The units at the end of a row, column by column. */
export function rowLists(script: Script, span: Span): { readonly list: Span; readonly role: UnitRole }[] {
  if (script.rows.size === 0) return [];
  const roles = rolesOf(script);
  return [...script.rows].flatMap((start) => {
    if (start >= span.end) return [];
    const end = paragraphEnd(script, start, script.plain.length);
    if (end <= span.start || end > span.end) return [];
    const cells: Span[] = [];
    for (let to = end, at = end - 1; at > start && cells.length < roles.length; at--) {
      if (script.gap[at]! !== gaps.space) continue;
      cells.unshift({ start: at, end: to });
      to = at;
    }
    const whole = cells.length === roles.length && cells.every((cell) => onlyUnits(plainOf(script, cell)));
    return whole ? cells.map((list, column) => ({ list, role: roles[column]! })) : [];
  });
}

const onlyUnits = (cell: string) => cell.split(/[、，；]/).every((piece) => looksLikeUnit(piece));

/** The head line stands right before the first row. */
function rolesOf(script: Script): readonly UnitRole[] {
  const first = Math.min(...script.rows);
  const head = paragraphsOf(script, { start: 0, end: first }).at(-1);
  if (!head || !atParagraphStart(script, first)) return [];
  const words: string[] = [];
  for (let at = head.start; at < head.end; at++) {
    if (at === head.start || script.gap[at]! >= gaps.space) words.push('');
    words[words.length - 1] += script.plain[at]!;
  }
  return unitColumns(words.join(' ')) ?? [];
}
