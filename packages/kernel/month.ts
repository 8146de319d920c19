import { lastDayOfMonth, type PlainDate } from './plain-date.ts';
import { defineRefusals, refuse } from './refusal.ts';

/** A calendar month, written YYYY-MM. Text order is time order. */
export type Month = `${number}-${number}`;

defineRefusals({
  'month.impossible': { status: 422, text: '“{text}”不是有效月份，请按“2023-05”的格式填写' },
});

export function isMonth(value: unknown): value is Month {
  return typeof value === 'string' && /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/.test(value);
}

export function month(text: string): Month {
  return isMonth(text) ? text : refuse('month.impossible', { text });
}

/** The nth month (1 to 12) of a year. */
export function monthOfYear(year: number, number: number): Month {
  return month(`${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}`);
}

/** 1 = January … 12 = December. */
export function monthNumber(m: Month): number {
  return Number(m.slice(5, 7));
}

export function yearOfMonth(m: Month): number {
  return Number(m.slice(0, 4));
}

/** `2023-05` as people say it: 2023年5月. */
export function monthText(m: string): string {
  return `${m.slice(0, 4)}年${Number(m.slice(5, 7))}月`;
}

/** Positive where b is later than a. */
export function monthsBetween(a: Month, b: Month): number {
  return (yearOfMonth(b) - yearOfMonth(a)) * 12 + monthNumber(b) - monthNumber(a);
}

export function addToMonth(m: Month, months: number): Month {
  const count = yearOfMonth(m) * 12 + monthNumber(m) - 1 + months;
  const year = Math.floor(count / 12);
  return monthOfYear(year, count - year * 12 + 1);
}

export function firstDayOf(m: Month): PlainDate {
  return `${m}-01` as PlainDate;
}

export function lastDayOf(m: Month): PlainDate {
  return lastDayOfMonth(firstDayOf(m));
}
