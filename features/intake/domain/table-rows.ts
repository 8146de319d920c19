import type { Column } from './column.ts';
import type { Dictionary } from './dictionary.ts';
import { type Grid, isFilled } from './grid.ts';
import type { HeaderBlock } from './header-block.ts';
import { lineAbove } from './line-above.ts';
import { type RowKind, rowKind } from './row-kind.ts';
import { rowsBetween } from './rows-between.ts';
import { isSectionLine, readSection, type Section } from './section.ts';
import { spelling } from './spelling.ts';
import type { TableRow } from './table.ts';

/** Judges every row of a table, from its header on, and says which sections it stands in. */
export function rowsOf(
  grid: Grid,
  blocks: readonly HeaderBlock[],
  end: number,
  columns: readonly Column[],
  dictionary: Dictionary,
): TableRow[] {
  const [block] = blocks as [HeaderBlock];
  const header = new Set(blocks.flatMap((b) => [...rowsBetween(b.top, b.bottom), ...b.numbering]));
  const serials = hasSerials(grid, block.bottom + 1, end, columns);
  const rows: TableRow[] = [];
  let sections: Section[] = [];
  for (let row = block.top; row <= end; row++) {
    const kind: RowKind = header.has(row)
      ? { kind: 'header', label: '' }
      : (repeatedLine(grid, row, header, dictionary) ?? rowKind(grid, row, columns, dictionary, serials));
    if (kind.kind === 'data') {
      rows.push({ row, kind: 'data', label: '', sections });
      continue;
    }
    if (kind.kind !== 'section') {
      const about =
        kind.kind === 'subtotal'
          ? readSection(withoutSumWord(kind.label, dictionary), dictionary)
          : undefined;
      rows.push({
        row,
        kind: kind.kind,
        label: kind.label,
        sections,
        ...(about?.stage || about?.place ? { section: about } : {}),
      });
      continue;
    }
    const section = readSection(kind.label, dictionary);
    sections = [...sections.filter((s) => s.level < section.level), section];
    rows.push({ row, kind: 'section', label: kind.label, sections, section });
  }
  return relabelled(rows);
}

/** Whether nearly every row with a name has a 序号 too. */
function hasSerials(grid: Grid, from: number, to: number, columns: readonly Column[]): boolean {
  const at = (field: string) => columns.find((c) => c.field === field)?.number;
  const [seq, name] = [at('seq'), at('name')];
  if (seq === undefined || name === undefined) return false;
  let [named, counted] = [0, 0];
  for (let row = from; row <= to && named < 400; row++) {
    if (!isFilled(grid.at(row, name)) || grid.filled(row).length < 4) continue;
    named++;
    if (isFilled(grid.spanned(row, seq))) counted++;
  }
  return named > 0 && counted >= named * 0.8;
}

/** Where several rows call themselves a total, only the one over all of them is. */
function relabelled(rows: readonly TableRow[]): TableRow[] {
  const totals = rows.filter((r) => r.kind === 'total');
  if (totals.length < 2) return [...rows];
  const grand = totals.filter((r) => /总计|总合计|全市|全部/.test(spelling(r.label)));
  const dataBetween = (a: TableRow, b: TableRow) =>
    rows.some((r) => r.kind === 'data' && r.row > a.row && r.row < b.row);
  const last = totals.at(-1) as TableRow;
  const whole =
    grand.length === 1 ? grand[0] : dataBetween(totals.at(-2) as TableRow, last) ? undefined : last;
  return rows.map((r) => (r.kind === 'total' && r !== whole ? { ...r, kind: 'subtotal' as const } : r));
}

function withoutSumWord(label: string, { vocabulary }: Dictionary): string {
  const words = [...vocabulary.rows.subtotal, ...vocabulary.rows.total].map(spelling);
  return words.reduce((text, word) => text.replace(word, ''), spelling(label)).replace(/^[:：]/, '');
}

/** A title or unit line printed again over a repeated header; a section's title there stays one. */
function repeatedLine(
  grid: Grid,
  row: number,
  header: ReadonlySet<number>,
  { places }: Dictionary,
): RowKind | undefined {
  for (let below = row + 1; below <= row + 3; below++) {
    if (!header.has(below)) continue;
    const cells = grid.filled(row);
    if (cells.length === 0 || cells.length > 2 || cells.some((c) => c.kind !== 'text')) return undefined;
    const label = cells.at(-1)?.text ?? '';
    if (isSectionLine(cells.map((c) => c.text)) || places.has(spelling(label))) return undefined;
    const why = lineAbove(grid, row);
    return why === 'title' || why === 'unit' ? { kind: why, label: cells[0]?.text ?? '' } : undefined;
  }
  return undefined;
}
