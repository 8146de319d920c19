import { isMonth, type Month } from '#kernel/month';
import { isPlainDate, type PlainDate } from '#kernel/plain-date';

/** A day as people type it: 2026-11-20, 2026.11.20, 2026年11月20日, 20261120; undefined if it is none. */
export function readDay(written: string): PlainDate | undefined {
  const text = written.normalize('NFKC').replace(/\s/g, '');
  const parts =
    /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const day = parts ? `${parts[1]}-${two(parts[2])}-${two(parts[3])}` : '';
  return isPlainDate(day) ? day : undefined;
}

/** A month as people type it: 2026-11, 2026.11, 2026年11月, 202611. */
export function readMonth(written: string): Month | undefined {
  const text = written.normalize('NFKC').replace(/\s/g, '');
  const parts = /^(\d{4})[-./年](\d{1,2})月?$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text);
  const month = parts ? `${parts[1]}-${two(parts[2])}` : '';
  return isMonth(month) ? month : undefined;
}

function two(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0');
}
