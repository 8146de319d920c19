import type { PlainDate } from '#kernel/plain-date';

const lastSerial = 2_958_465;

/**
 * The day and instant a spreadsheet number stands for, rounded to the second, which takes away binary noise.
 * The 1900 system counts a 29 February 1900 that never was: number 60 has no day.
 */
export function daySerial(
  serial: number,
  date1904: boolean,
): { day: PlainDate; dateTime: string } | undefined {
  const seconds = Math.round(serial * 86_400);
  const whole = Math.floor(seconds / 86_400);
  if (!(whole >= 0 && whole <= lastSerial)) return undefined;
  if (!date1904 && (whole === 0 || whole === 60)) return undefined;
  const base = date1904 ? -24_107 : whole < 60 ? -25_568 : -25_569;
  const instant = new Date((base + whole) * 86_400_000 + (seconds - whole * 86_400) * 1000).toISOString();
  if (instant.length !== 24) return undefined;
  return { day: instant.slice(0, 10) as PlainDate, dateTime: instant.slice(0, 19) };
}
