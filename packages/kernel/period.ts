import {
  addToMonth,
  isMonth,
  lastDayOf,
  type Month,
  monthNumber,
  monthOfYear,
  yearOfMonth,
} from './month.ts';
import {
  addDays,
  daysBetween,
  isPlainDate,
  monthOf,
  type PlainDate,
  weekdayOf,
  yearOf,
} from './plain-date.ts';
import { defineRefusals, refuse } from './refusal.ts';

export type PeriodKind = 'day' | 'xun' | 'week' | 'month' | 'quarter' | 'half' | 'year';

/** Codes: 2023-05-06, 2023-05-X1 (旬 = 1–10, 11–20, 21–end), 2023-W05 (ISO), 2023-05, 2023-Q2, 2023-H1, 2023. */
export type Period = {
  readonly kind: PeriodKind;
  readonly code: string;
  readonly start: PlainDate;
  readonly end: PlainDate;
};

export const periodKinds: readonly PeriodKind[] = ['day', 'xun', 'week', 'month', 'quarter', 'half', 'year'];

defineRefusals({
  'period.unreadable': { status: 422, text: '“{code}”不是有效期别，例如：2023-05、2023-Q2、2023-H1、2023' },
});

export function parsePeriod(code: string): Period {
  const day = firstDayNamedBy(code);
  if (day) {
    const kind = kindOfCode(code);
    const period = kind && periodContaining(kind, day);
    if (period?.code === code) return period;
  }
  return refuse('period.unreadable', { code });
}

export function periodContaining(kind: PeriodKind, day: PlainDate): Period {
  const month = monthOf(day);
  switch (kind) {
    case 'day':
      return { kind, code: day, start: day, end: day };
    case 'xun':
      return xunContaining(day);
    case 'week':
      return weekContaining(day);
    case 'month':
      return months(kind, month, month, 1);
    case 'quarter': {
      const quarter = Math.ceil(monthNumber(month) / 3);
      return months(kind, `${yearOf(day)}-Q${quarter}`, monthOfYear(yearOf(day), quarter * 3 - 2), 3);
    }
    case 'half': {
      const half = monthNumber(month) <= 6 ? 1 : 2;
      return months(kind, `${yearOf(day)}-H${half}`, monthOfYear(yearOf(day), half * 6 - 5), 6);
    }
    case 'year':
      return months(kind, day.slice(0, 4), monthOfYear(yearOf(day), 1), 12);
  }
}

export function nextPeriod(period: Period): Period {
  return periodContaining(period.kind, addDays(period.end, 1));
}

export function previousPeriod(period: Period): Period {
  return periodContaining(period.kind, addDays(period.start, -1));
}

function xunContaining(day: PlainDate): Period {
  const month = monthOf(day);
  const number = Math.min(3, Math.ceil(Number(day.slice(8)) / 10));
  const start = `${month}-${number - 1}1` as PlainDate;
  return {
    kind: 'xun',
    code: `${month}-X${number}`,
    start,
    end: number === 3 ? lastDayOf(month) : addDays(start, 9),
  };
}

/** An ISO week belongs to the year that holds its Thursday. */
function weekContaining(day: PlainDate): Period {
  const start = addDays(day, 1 - weekdayOf(day));
  const year = yearOf(addDays(start, 3));
  const number = Math.round(daysBetween(firstWeekOf(year), start) / 7) + 1;
  const code = `${String(year).padStart(4, '0')}-W${String(number).padStart(2, '0')}`;
  return { kind: 'week', code, start, end: addDays(start, 6) };
}

function firstWeekOf(year: number): PlainDate {
  const fourth = `${String(year).padStart(4, '0')}-01-04` as PlainDate;
  return addDays(fourth, 1 - weekdayOf(fourth));
}

function months(kind: PeriodKind, code: string, first: Month, count: number): Period {
  return { kind, code, start: `${first}-01` as PlainDate, end: lastDayOf(addToMonth(first, count - 1)) };
}

function kindOfCode(code: string): PeriodKind | undefined {
  if (isPlainDate(code)) return 'day';
  if (isMonth(code)) return 'month';
  if (/^\d{4}$/.test(code)) return 'year';
  const kinds = { X: 'xun', W: 'week', Q: 'quarter', H: 'half' } as const;
  const letter = /-([XWQH])\d{1,2}$/.exec(code)?.[1];
  return letter ? kinds[letter as keyof typeof kinds] : undefined;
}

function firstDayNamedBy(code: string): PlainDate | undefined {
  const year = code.slice(0, 4);
  const week = /^\d{4}-W(\d{2})$/.exec(code);
  if (week && year !== '0000') return addDays(firstWeekOf(Number(year)), (Number(week[1]) - 1) * 7);
  const text = code
    .replace(/^(\d{4}-\d{2})-X([1-3])$/, (_, month: string, n: string) => `${month}-${Number(n) - 1}1`)
    .replace(
      /^(\d{4})-Q([1-4])$/,
      (_, y: string, n: string) => `${y}-${String(Number(n) * 3).padStart(2, '0')}`,
    )
    .replace(
      /^(\d{4})-H([12])$/,
      (_, y: string, n: string) => `${y}-${String(Number(n) * 6).padStart(2, '0')}`,
    );
  const day = text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text;
  return isPlainDate(day) ? day : undefined;
}

const quarters = ['一', '二', '三', '四'];
const xunNames = ['上旬', '中旬', '下旬'];

/** As documents write it: 2023年5月上旬, 2023年第二季度, 2023年上半年. */
export function periodName(period: Period): string {
  const number = Number(period.code.slice(-1));
  const month = monthOf(period.start);
  const year = `${yearOf(period.start)}年`;
  const monthName = `${yearOfMonth(month)}年${monthNumber(month)}月`;
  switch (period.kind) {
    case 'day':
      return `${monthName}${Number(period.code.slice(8))}日`;
    case 'xun':
      return monthName + xunNames[number - 1];
    case 'week':
      return `${Number(period.code.slice(0, 4))}年第${Number(period.code.slice(6))}周`;
    case 'month':
      return monthName;
    case 'quarter':
      return `${year}第${quarters[number - 1]}季度`;
    case 'half':
      return year + (number === 1 ? '上半年' : '下半年');
    case 'year':
      return year;
  }
}
