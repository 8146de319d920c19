import { isPlainDate } from '#kernel/plain-date';
import type { Cell } from '#sheets';
import { dateWords, type PartialDate } from './date-words.ts';
import { spelling } from './spelling.ts';

export type DateProblem =
  | 'date-impossible'
  | 'date-unreadable'
  | 'date-approximate'
  | 'date-serial'
  | 'cell-error';

/** A day `2023-05-06`, a month `2023-05` or a year `2023`. */
export type DateRead = { readonly date: string | null; readonly problem?: DateProblem };

export type DateSetting = {
  /** The year of the list or report, for dates that state none. */
  readonly year: number;
  /** The header asks for a month, so that a bare 5 is May. */
  readonly bareMonth?: boolean;
  readonly empty: ReadonlySet<string>;
};

export function readDate(cell: Cell | undefined, setting: DateSetting): DateRead {
  if (!cell || cell.kind === 'blank') return { date: null };
  if (cell.kind === 'error') return { date: null, problem: 'cell-error' };
  if (cell.day !== undefined) return { date: cell.day };
  if (cell.kind === 'number' && cell.number !== undefined) return readDateNumber(cell, cell.number, setting);
  const text = dateText(cell.text);
  if (text === '' || setting.empty.has(text)) return { date: null };
  return dateOf(dateWords(text, setting));
}

/** Spaces go, but not before a time of day is off the end of the date it belongs to. */
export function dateText(written: string): string {
  const withoutTime = written.trim().replace(/[\sT]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/, '');
  return spelling(withoutTime).replace(/^['’‘]/, '');
}

export function dateOf(parts: PartialDate | 'impossible' | undefined): DateRead {
  if (parts === undefined) return { date: null, problem: 'date-unreadable' };
  if (parts === 'impossible') return { date: null, problem: 'date-impossible' };
  const date = written(parts);
  if (date === undefined) return { date: null, problem: 'date-impossible' };
  return parts.approximate ? { date, problem: 'date-approximate' } : { date };
}

function written({ year, month, day }: PartialDate): string | undefined {
  const y = String(year).padStart(4, '0');
  if (month === undefined) return y;
  if (month < 1 || month > 12) return undefined;
  const m = `${y}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return m;
  const d = `${m}-${String(day).padStart(2, '0')}`;
  return isPlainDate(d) ? d : undefined;
}

/**
 * A number in a date column: 45047 is a serial day, 2023 a year, 202305 a month. 2023.5 is May; where the sheet shows
 * 2023.10 the zero is in the format only, so the shown text counts.
 */
function readDateNumber(cell: Cell, value: number, setting: DateSetting): DateRead {
  if (value >= 30_000 && value <= 60_000) {
    return { date: serialDay(Math.floor(value)), problem: 'date-serial' };
  }
  const shown = /^\d{4}\.\d{2}$/.test(cell.text.trim()) ? cell.text.trim() : shownWithFormat(cell, value);
  return dateOf(dateWords(shown, setting));
}

function shownWithFormat(cell: Cell, value: number): string {
  return /^0\.00(_|;|$)/.test(cell.format ?? '') ? value.toFixed(2) : String(Number(value.toPrecision(15)));
}

/** Serial 1 is 1 January 1900; from 1 March 1900 on, the sheet counts one day too many. */
function serialDay(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}
