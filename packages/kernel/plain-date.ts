import { defineRefusals, refuse } from './refusal.ts';

/** A calendar day in Asia/Shanghai, written YYYY-MM-DD. Text order is time order. */
export type PlainDate = `${number}-${number}-${number}`;

defineRefusals({
  'date.impossible': { status: 422, text: '“{text}”不是有效日期，请按“2023-05-06”的格式填写' },
});

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isPlainDate(value: unknown): value is PlainDate {
  if (typeof value !== 'string') return false;
  const parts = pattern.exec(value);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

export function plainDate(text: string): PlainDate {
  return isPlainDate(text) ? text : refuse('date.impossible', { text });
}

export function addDays(day: PlainDate, days: number): PlainDate {
  return fromSerial(serialOf(day) + days);
}

/** The same day of another month, or that month's last day where it is shorter. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const [year, month, dayOfMonth] = split(day);
  const count = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return write(y, m, Math.min(dayOfMonth, daysIn(y, m)));
}

/** Positive where b is later than a. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return serialOf(b) - serialOf(a);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: PlainDate): number {
  return ((((serialOf(day) + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: PlainDate): `${number}-${number}` {
  return day.slice(0, 7) as `${number}-${number}`;
}

export function lastDayOfMonth(day: PlainDate): PlainDate {
  const [year, month] = split(day);
  return write(year, month, daysIn(year, month));
}

export function todayInShanghai(instant: Date): PlainDate {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) as PlainDate;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function split(day: PlainDate): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function write(year: number, month: number, day: number): PlainDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return plainDate(text);
}

/** Days since 1970-01-01. */
function serialOf(day: PlainDate): number {
  const [year, month, dayOfMonth] = split(day);
  const date = new Date(0);
  return Math.round(date.setUTCFullYear(year, month - 1, dayOfMonth) / 86_400_000);
}

function fromSerial(serial: number): PlainDate {
  const date = new Date(serial * 86_400_000);
  return write(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
