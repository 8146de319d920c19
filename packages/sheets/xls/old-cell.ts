import type { CellObject } from '@e965/xlsx';
import { cellRef } from '../cell-ref.ts';
import type { Cell } from '../workbook.ts';
import { isDateFormat } from '../xlsx/date-format.ts';
import { numberValue } from '../xlsx/make-cell.ts';
import { cleanText } from '../xlsx/rich-text.ts';

const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

/** A cell as the library for the old format gives it. Strike-through is not known there. */
export function oldCell(row: number, column: number, found: CellObject, date1904: boolean): Cell | undefined {
  const comment =
    found.c
      ?.map((one) => one.t)
      .join('\n')
      .trim() || undefined;
  const format = typeof found.z === 'string' && found.z !== 'General' ? found.z : undefined;
  const value = oldValue(found, format, date1904);
  if (value.kind === 'blank' && found.f === undefined && comment === undefined) return undefined;
  const cell = { row, column, ref: cellRef(row, column), struck: false, ...value };
  return {
    ...cell,
    ...(format && { format }),
    ...(found.f && { formula: found.f }),
    ...(comment && { comment }),
  };
}

function oldValue(found: CellObject, format: string | undefined, date1904: boolean) {
  const { t, v } = found;
  if (t === 'n' && typeof v === 'number') {
    return numberValue(String(v), format !== undefined && isDateFormat(format), date1904);
  }
  if (t === 'b') return { kind: 'boolean', text: v ? 'TRUE' : 'FALSE', boolean: v === true } as const;
  if (t === 'e') {
    const error = errors[Number(v)] ?? '#N/A';
    return { kind: 'error', text: error, error } as const;
  }
  const text = v === undefined || v === null ? '' : cleanText(String(v));
  return text === '' ? ({ kind: 'blank', text } as const) : ({ kind: 'text', text } as const);
}
