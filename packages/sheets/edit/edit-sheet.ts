import { cellRef } from '../cell-ref.ts';
import { type CellLooks, cellXml } from './cell-xml.ts';
import type { FillValue } from './fill.ts';
import { type FoundCell, type FoundRow, scanSheet } from './scan-sheet.ts';

/** Values by row, then by column. */
export type SheetFills = ReadonlyMap<number, ReadonlyMap<number, FillValue>>;

export type EditedSheet = {
  readonly xml: string;
  /** Cells that hold a formula: it was left, and what it gives is calculated anew. */
  readonly formulas: readonly string[];
};

type Splice = { readonly from: number; readonly to: number; readonly text: string };

/**
 * Puts values into the text of a worksheet part and leaves every other character of it as it is: looks, widths, merged
 * areas, charts and whatever else hangs on it. Cached numbers of formulas are taken out, since they may be stale.
 */
export function editSheet(xml: string, file: string, fills: SheetFills, looks: CellLooks): EditedSheet {
  const splices: Splice[] = [];
  const formulas: string[] = [];
  const left = new Map(fills);
  let dataEnd: { at: number; prefix: string; selfClosed: boolean } | undefined;
  const rowsBefore = (row: number, at: number, prefix: string) => {
    for (const [number, values] of [...left].filter(([one]) => one < row).sort(([a], [b]) => a - b)) {
      left.delete(number);
      splices.push({ from: at, to: at, text: newRow(number, values, prefix, looks) });
    }
  };
  scanSheet(xml, file, {
    row(row) {
      rowsBefore(row.number, row.start, row.prefix);
      for (const cell of row.cells) {
        if (cell.staleFrom !== undefined && cell.staleTo !== undefined)
          splices.push({ from: cell.staleFrom, to: cell.staleTo, text: '' });
      }
      const values = left.get(row.number);
      if (!values) return;
      left.delete(row.number);
      const edited = editRow(row, values, looks);
      splices.push(...edited.splices);
      formulas.push(...edited.formulas);
    },
    end(at, prefix, selfClosed) {
      dataEnd = { at, prefix, selfClosed };
    },
  });
  if (dataEnd && !dataEnd.selfClosed) {
    const { at, prefix } = dataEnd;
    for (const [number, values] of [...left].sort(([a], [b]) => a - b))
      splices.push({ from: at, to: at, text: newRow(number, values, prefix, looks) });
  }
  return { xml: spliced(xml, splices), formulas };
}

function editRow(row: FoundRow, values: ReadonlyMap<number, FillValue>, looks: CellLooks) {
  const splices: Splice[] = [];
  const formulas: string[] = [];
  const byColumn = new Map(row.cells.map((cell) => [cell.column, cell]));
  const { prefix, number } = row;
  let inside = '';
  for (const [column, value] of [...values].sort(([a], [b]) => a - b)) {
    const cell = byColumn.get(column);
    const ref = cellRef(number, column);
    if (cell?.formula) formulas.push(ref);
    else if (cell) {
      const text = cellXml({ ref, style: cell.style, prefix }, value, looks);
      splices.push({ from: cell.start, to: cell.end, text });
    } else if (value.kind !== 'blank') {
      const text = cellXml({ ref, style: row.style, prefix }, value, looks);
      const next = row.cells.find((other: FoundCell) => other.column > column);
      if (row.selfClosed) inside += text;
      else splices.push({ from: next?.start ?? row.contentEnd, to: next?.start ?? row.contentEnd, text });
    }
  }
  // A row written `<row .../>` is opened to hold its new cells.
  if (inside !== '') splices.push({ from: row.end - 2, to: row.end, text: `>${inside}</${prefix}row>` });
  return { splices, formulas };
}

function newRow(
  number: number,
  values: ReadonlyMap<number, FillValue>,
  prefix: string,
  looks: CellLooks,
): string {
  const cells = [...values]
    .filter(([, value]) => value.kind !== 'blank')
    .sort(([a], [b]) => a - b)
    .map(([column, value]) =>
      cellXml({ ref: cellRef(number, column), style: undefined, prefix }, value, looks),
    );
  return cells.length > 0 ? `<${prefix}row r="${number}">${cells.join('')}</${prefix}row>` : '';
}

/** In the order of the text; of two at one place the earlier stays first. */
function spliced(xml: string, splices: readonly Splice[]): string {
  let text = '';
  let at = 0;
  for (const { from, to, text: put } of [...splices].sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    text += xml.slice(at, from) + put;
    at = to;
  }
  return text + xml.slice(at);
}
