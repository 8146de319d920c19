import { audit, type City } from '#access';
import { type Column, tableBytes } from '#sheets';
import type { SeenTable } from '../contract.ts';
import { isBlank, kindOf, numberOf } from '../domain/seen-column.ts';

type Row = readonly string[];

/** The reader's own table back as a workbook: nothing is read for it, so nothing is in it that was not on the screen. */
export async function exportTable(city: City, { title, columns, rows }: SeenTable) {
  const details = { title, rows: rows.length };
  await audit(city, { action: 'export.table', object: 'table', details });
  const table = {
    sheet: title,
    title,
    note: `${city.pack.name}，${city.actor.name}于 ${city.today} 导出，共 ${rows.length} 行`,
    columns: columns.map((column, at) => columnOf(column, at, rows)),
    rows,
  };
  const bytes = await tableBytes([table]);
  return { name: `${title}_${city.today}.xlsx`, bytes };
}

function columnOf(
  { title, number }: SeenTable['columns'][number],
  at: number,
  rows: readonly Row[],
): Column<Row> {
  const seen = kindOf(
    rows.map((row) => row[at] ?? ''),
    number,
  );
  const cell = (row: Row) => row[at] ?? '';
  if (seen.kind === 'text') {
    const longest = Math.max(title.length, ...rows.slice(0, 200).map((row) => cell(row).length));
    const width = Math.min(60, Math.max(8, longest * 2));
    return { kind: 'text', title, width, value: (row) => (isBlank(cell(row)) ? undefined : cell(row)) };
  }
  return { ...seen, title, value: (row) => numberOf(cell(row)) };
}
