import type { Cell } from '#sheets';
import type { Column } from './column.ts';
import { type FindingCode, findingTexts } from './finding-texts.ts';
import { refOf } from './grid.ts';
import { trimmed } from './spelling.ts';

/** Something a person should know of one cell. An error keeps the row out, a warning does not. */
export type Finding = {
  readonly sheet: string;
  readonly row: number;
  readonly cell: string;
  /** The column's header as printed. */
  readonly column: string;
  /** What the cell holds. */
  readonly value: string;
  readonly kind: 'error' | 'warning';
  readonly code: FindingCode;
  /** What happened and where, in Chinese. */
  readonly message: string;
  /** What to do about it, in Chinese. */
  readonly remedy: string;
};

export type FindingPlace = {
  readonly sheet: string;
  readonly row: number;
  readonly column: Pick<Column, 'number' | 'header'>;
  readonly cell?: Cell | undefined;
};

/** `about` fills the message: the name it should be, the earlier amount. */
export function finding(code: FindingCode, place: FindingPlace, about = ''): Finding {
  const { sheet, row, column } = place;
  const text = findingTexts[code];
  const cell = refOf(row, column.number);
  const value = place.cell ? trimmed(place.cell.text) : '';
  const where = `第${row}行${column.header === '' ? '' : `“${column.header.replaceAll('\n', '')}”`}`;
  const message = `${where}：${text.message.replace('{about}', about).replace('{value}', value)}`;
  return {
    sheet,
    row,
    cell,
    column: column.header,
    value,
    kind: text.kind,
    code,
    message,
    remedy: text.remedy,
  };
}

export function hasError(findings: readonly Finding[]): boolean {
  return findings.some((f) => f.kind === 'error');
}
