import type { Cell } from '#sheets';
import { dateWords, type PartialDate } from './date-words.ts';
import { type DateProblem, type DateSetting, dateOf, dateText, readDate } from './read-date.ts';
import { spelling, withPlainDashes } from './spelling.ts';

export type PeriodRead = {
  readonly start: string | null;
  readonly end: string | null;
  readonly problems: readonly (DateProblem | 'period-incomplete' | 'period-reversed')[];
};

type Written = PartialDate | 'impossible';

const nothing: PeriodRead = { start: null, end: null, problems: [] };

/** Reads a column that holds both ends of a period: 2020.06-2025.12, 2020—2025, 2021年3月至2023年底. */
export function readPeriod(cell: Cell | undefined, setting: DateSetting): PeriodRead {
  if (cell?.kind !== 'text') return oneDate(readDate(cell, setting));
  const text = dateText(cell.text);
  if (text === '' || setting.empty.has(text)) return nothing;
  const range = rangeIn(cell.text, setting);
  if (!range) return oneDate(readDate(cell, setting));
  const [start, end] = [dateOf(range[0]), dateOf(range[1])];
  const problems = [start.problem, end.problem].filter((p) => p !== undefined);
  if (isReversed(start.date, end.date))
    return { start: start.date, end: end.date, problems: [...problems, 'period-reversed'] };
  return { start: start.date, end: end.date, problems: [...new Set(problems)] };
}

/** The start is after the end, compared at the coarser of their precisions. */
export function isReversed(start: string | null, end: string | null): boolean {
  return start !== null && end !== null && isLater(start, end);
}

/** a is after b; a day and a month are compared as months, a month and a year as years. */
export function isLater(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
}

function oneDate(read: { date: string | null; problem?: DateProblem }): PeriodRead {
  if (read.date === null) return { ...nothing, problems: read.problem ? [read.problem] : [] };
  return {
    start: read.date,
    end: null,
    problems: [...(read.problem ? [read.problem] : []), 'period-incomplete'],
  };
}

function rangeIn(written: string, setting: DateSetting): [Written, Written] | undefined {
  const lines = written
    .trim()
    .split(/[\s\u3000]+/)
    .map(spelling);
  const text = spelling(written)
    .replace(/^\(|\)$/g, '')
    .replace(/^.*?\d+(?:个月|年)\((.+)\)?$/, '$1');
  const cuts = [
    ...cutsAt(text, /至|到|~|～|--+|[–—―─]+/g),
    ...cutsAt(withPlainDashes(text), /-+/g),
    ...cutsAt(text, /一(?=\d)/g),
    ...(lines.length === 2 ? [[lines[0] ?? '', lines[1] ?? ''] as const] : []),
  ];
  for (const [left, right] of cuts) {
    const start = dateWords(left, setting);
    if (!start) continue;
    const end = endWords(right, left, start, setting);
    if (end) return [start, end];
  }
  return undefined;
}

/** The end may leave out what it shares with the start: 2023年5月-12月, 2023.5-12. */
function endWords(text: string, left: string, start: Written, setting: DateSetting): Written | undefined {
  const year = start === 'impossible' ? setting.year : start.year;
  const bareMonth = /^\d{4}[年./]\d{1,2}月?$/.test(left);
  const end = dateWords(text, { year, bareMonth });
  if (!bareMonth || !/^\d{1,2}$/.test(text) || end !== 'impossible') return end;
  return undefined;
}

function cutsAt(text: string, mark: RegExp): (readonly [string, string])[] {
  return [...text.matchAll(mark)].map(
    (m) => [text.slice(0, m.index), text.slice(m.index + m[0].length)] as const,
  );
}
