import type exceljs from 'exceljs';
import { commentText, type Finding, fills, ownComment } from './finding.ts';

/** Fills the cells the findings are about and says in a comment what is wrong, after the sender's own words. */
export function markCells(sheet: exceljs.Worksheet, findings: readonly Finding[]): void {
  const byCell = new Map<exceljs.Cell, Finding[]>();
  for (const finding of findings) {
    const cell = cellFor(sheet, finding);
    if (!cell) continue;
    const list = byCell.get(cell) ?? [];
    list.push(finding);
    byCell.set(cell, list);
  }
  for (const [cell, list] of byCell) {
    const worst = list.some((finding) => finding.kind === 'error') ? 'error' : 'warning';
    fill(cell, { type: 'pattern', pattern: 'solid', fgColor: { argb: fills[worst] } });
    const own = ownComment(noteText(cell));
    cell.note = own ? `${own}\n${commentText(list)}` : commentText(list);
  }
}

/** Takes away what an earlier check left in a copy that was corrected and sent again. */
export function unmarkCells(sheet: exceljs.Worksheet): void {
  sheet.eachRow((row) =>
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (!cell.note) return;
      const text = noteText(cell);
      const own = ownComment(text);
      if (own === text.trimEnd()) return;
      if (own) cell.note = own;
      else removeNote(cell);
      if (isOurs(cell.fill)) fill(cell, { type: 'pattern', pattern: 'none' });
    }),
  );
}

/** The cell a finding is shown at: the first of a merged area, for a whole row its first filled cell. */
export function cellFor(sheet: exceljs.Worksheet, finding: Finding): exceljs.Cell | undefined {
  if (finding.cell) return sheet.getCell(finding.cell).master;
  if (finding.row < 1) return undefined;
  let found: exceljs.Cell | undefined;
  sheet.getRow(finding.row).eachCell({ includeEmpty: false }, (cell) => {
    found ??= cell.master;
  });
  return found ?? sheet.getCell(finding.row, 1).master;
}

/** Styles are shared between cells once loaded, so a cell gets one of its own. */
function fill(cell: exceljs.Cell, pattern: exceljs.Fill): void {
  cell.style = { ...cell.style, fill: pattern };
}

function isOurs(filled: exceljs.Fill | undefined): boolean {
  const colour = filled?.type === 'pattern' ? filled.fgColor?.argb : undefined;
  return colour === fills.error || colour === fills.warning;
}

export function noteText(cell: exceljs.Cell): string {
  const { note } = cell;
  if (!note) return '';
  return typeof note === 'string' ? note : (note.texts ?? []).map((one) => one.text).join('');
}

/** The library has no way to take a comment off a cell but to leave it out of the model. */
function removeNote(cell: exceljs.Cell): void {
  Object.assign(cell, { _comment: undefined });
}
