import { addDays, type PlainDate } from '#kernel/plain-date';

/** Asia/Shanghai has kept one offset since 1991. */
const offsetMs = 8 * 3_600_000;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

export function isTimeOfDay(text: string): boolean {
  return /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text);
}

export function startOfDay(day: PlainDate): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - offsetMs);
}

/** The last instant of a day that ends at `17:00`, or at midnight: it still lies within the day. */
export function endOfDay(day: PlainDate, ends = '24:00'): Date {
  if (ends === '24:00') return new Date(startOfDay(addDays(day, 1)).getTime() - 1);
  if (!isTimeOfDay(ends)) throw new Error(`Not a time of day: ${ends}`);
  const [hours, minutes] = ends.split(':').map(Number) as [number, number];
  return new Date(startOfDay(day).getTime() + hours * hourMs + minutes * minuteMs);
}
