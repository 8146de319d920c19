import type { Place } from './dictionary.ts';
import { readCode } from './project-code.ts';
import { readDepartments } from './read-department.ts';
import { readPlaces } from './read-place.ts';
import type { RowCells } from './row-cells.ts';
import { withoutSpace } from './spelling.ts';

/** The name with all white space removed and nothing else changed. */
export function nameOf(cells: RowCells): string | null {
  const text = cells.text('name');
  return text === null ? null : withoutSpace(text);
}

export function codeOf(cells: RowCells): string | null {
  const { emptyMarks, noCodeMarks } = cells.dictionary;
  const read = readCode(cells.cell('code'), (text) => emptyMarks.has(text) || noCodeMarks.has(text));
  if (read.problem && read.problem !== 'cell-error') cells.report(read.problem, 'code', read.code ?? '');
  return read.code;
}

/** The places of a row: its own, or else those of its section, tab or title. */
export function placesOf(cells: RowCells): readonly Place[] {
  const { tableRow, table, dictionary } = cells;
  const written = cells.text('places');
  if (written !== null) {
    const read = readPlaces(written, dictionary);
    if (read.unknown.length > 0) cells.report('district-unknown', 'places', read.unknown.join('、'));
    else if (read.aliases.length > 0)
      cells.report('alias-resolved', 'places', read.aliases.map((a) => a.name).join('、'));
    return read.places;
  }
  const section = [...tableRow.sections].reverse().find((s) => s.place)?.place;
  const place = section ?? table.context.place;
  return place ? [place] : [];
}

export function departmentsOf(cells: RowCells): readonly string[] {
  const written = cells.text('leadDepts');
  if (written === null) return [];
  const read = readDepartments(written, cells.dictionary);
  if (read.aliases.length > 0)
    cells.report('alias-resolved', 'leadDepts', read.aliases.map((a) => a.name).join('、'));
  return read.departments;
}

/** A hidden or struck-through row is read like any other, and said to be so. */
export function reportRowLook(cells: RowCells): void {
  const { table, tableRow } = cells;
  const { grid } = table;
  const at = cells.column('name') ?? cells.column('code') ?? table.columns[0];
  if (!at) return;
  if (grid.rowAt(tableRow.row)?.hidden) cells.report('row-hidden', at);
  const filled = grid.filled(tableRow.row);
  if (filled.length > 0 && filled.every((cell) => cell.struck)) cells.report('row-struck', at);
}
