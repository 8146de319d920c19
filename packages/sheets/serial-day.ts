import type { PlainDate } from '#kernel/plain-date';

export type SerialDay = { readonly day: PlainDate; readonly dateTime: string };

/** 9999-12-31, in days since 1970-01-01. */
const lastDay = 2_932_896;

/**
 * The day and instant a spreadsheet number stands for, rounded to the second, which takes away binary noise.
 * The 1900 system counts a 29 February 1900 that never was: number 60 has no day.
 */
export function daySerial(serial: number, date1904: boolean): SerialDay | undefined {
  const seconds = Math.round(serial * 86_400);
  const whole = Math.floor(seconds / 86_400);
  if (!(whole >= 0) || (!date1904 && (whole === 0 || whole === 60))) return undefined;
  const base = date1904 ? -24_107 : whole < 60 ? -25_568 : -25_569;
  if (base + whole > lastDay) return undefined;
  const midnight = midnightOf(base + whole);
  const rest = seconds - whole * 86_400;
  if (rest === 0) return midnight;
  const time = new Date(rest * 1000).toISOString().slice(11, 19);
  return { day: midnight.day, dateTime: `${midnight.day}T${time}` };
}

const known = new Map<number, SerialDay>();

/** Sheets hold few days many times; those of about a century are remembered. */
function midnightOf(sinceEpoch: number): SerialDay {
  let found = known.get(sinceEpoch);
  if (found === undefined) {
    const day = new Date(sinceEpoch * 86_400_000).toISOString().slice(0, 10) as PlainDate;
    found = { day, dateTime: `${day}T00:00:00` };
    if (known.size < 40_000) known.set(sinceEpoch, found);
  }
  return found;
}
