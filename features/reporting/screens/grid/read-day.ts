import { isPlainDate } from '#kernel/plain-date';

/**
 * A year, month or day as people write it: 2023, 2023.5, 2023年5月, 2023/5/6, 20230506, and with the year of the period
 * 5月 and 5月6日. `2023.10` is October, since the clipboard carries what was shown. Undefined if it is none.
 */
export function readPartialDay(text: string, year: number): string | undefined {
  const full =
    /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (full) return dayOf(full[1], full[2], full[3]);
  const month = /^(\d{4})[-./年](\d{1,2})月?(?:份)?$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text);
  if (month) return monthOf(month[1], month[2]);
  const withoutYear = /^(\d{1,2})月(?:份|(\d{1,2})日?)?$/.exec(text);
  if (withoutYear) {
    const [, m, d] = withoutYear;
    return d ? dayOf(String(year), m, d) : monthOf(String(year), m);
  }
  return /^(?:19|20)\d{2}年?$/.test(text) ? text.slice(0, 4) : undefined;
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined) {
  const written = `${year}-${two(month)}-${two(day)}`;
  return isPlainDate(written) ? written : undefined;
}

function monthOf(year: string | undefined, month: string | undefined): string | undefined {
  const number = Number(month);
  return number >= 1 && number <= 12 ? `${year}-${two(month)}` : undefined;
}

function two(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0');
}
