import { isPlainDate, lastDayOfMonth, type PlainDate } from '#kernel/plain-date';
import { isoDay } from './date.ts';
import { numeral } from './numeral.ts';

/** A date by which something is due, in a clear text. */
export type Deadline = {
  readonly start: number;
  readonly end: number;
  /** The last day of the printed period; null where it hangs on an event. */
  readonly date: PlainDate | null;
  /** Says 底, 前, 内 or 到: it is a limit even where no number follows. */
  readonly strict: boolean;
  /** Without a year of its own. */
  readonly yearless: boolean;
};

type Reading = { readonly date: PlainDate | null; readonly yearless?: boolean } | undefined;

const before = '(?:之前|以前|前|之内|以内|内|止|底前|末前)?';
const until = '(?:截至到?|截止到?|争取到?|力争到?|到|至|于|在)?';
const year = '((?:19|20)\\d{2})年';
const q = '[一二三四1234]';

const patterns: readonly (readonly [RegExp, (parts: (string | undefined)[], yearOf: number) => Reading])[] = [
  [
    new RegExp(`${until}${year}(\\d{1,2})月(\\d{1,2})日${before}`, 'g'),
    ([y, m, d]) => day(isoDay(Number(y), Number(m), Number(d))),
  ],
  [
    new RegExp(`${until}${year}(\\d{1,2})月(?:份)?(?:月?底|月?末|[上中下]旬)?${before}`, 'g'),
    ([y, m]) => monthEnd(Number(y), Number(m)),
  ],
  [
    new RegExp(`${until}(?:19|20)\\d{2}年?(?:—|-|至|到)((?:19|20)\\d{2})年(?:期间|间|底|末)?${before}`, 'g'),
    ([y]) => day(isoDay(Number(y), 12, 31)),
  ],
  [new RegExp(`${until}${year}第?(${q})季度(?:末|底)?${before}`, 'g'), ([y, n]) => quarterEnd(Number(y), n!)],
  [
    new RegExp(`${until}${year}([上下])半年(?:末|底)?${before}`, 'g'),
    ([y, half]) => day(isoDay(Number(y), half === '上' ? 6 : 12, half === '上' ? 30 : 31)),
  ],
  [
    new RegExp(
      `${until}${year}(?:全年|度内|度(?!预算|计划|考核|工作|目标|决算|报告|版))?(?:年?底|年?末|期间|内|间)?${before}(?!第|度|版|\\d)`,
      'g',
    ),
    ([y]) => day(isoDay(Number(y), 12, 31)),
  ],
  [
    /(?:到|至|在)?"?十([三四五六])五"?(?:规划|时期)?(?:期)?(?:末|期间|期末|内|时期)/g,
    ([n]) => day(isoDay(2005 + 5 * numeral(n!)!, 12, 31)),
  ],
  [
    new RegExp(`${until}(?:今年|本年度?)?(?<![\\d一二三四五六七八九十两几每])年(?:底|末|内)${before}`, 'g'),
    (_, y) => ({ date: isoDay(y, 12, 31) as PlainDate, yearless: true }),
  ],
  [
    new RegExp(
      `${until}(今年|明年|本年度?)?(\\d{1,2})月(?:份)?(?:(\\d{1,2})日(?:之前|以前|前|止)|(?:月?底|月?末)${before}|(?:之前|以前|前))`,
      'g',
    ),
    ([which, m, d], y) =>
      yearless(which, y, (of) => (d ? day(isoDay(of, Number(m), Number(d))) : monthEnd(of, Number(m)))),
  ],
  [
    new RegExp(`${until}(今年|明年|本年度?)?第?(${q})季度(?:末|底)?${before}`, 'g'),
    ([which, n], y) => yearless(which, y, (of) => quarterEnd(of, n!)),
  ],
  [
    new RegExp(`${until}(今年|明年|本年度?)?([上下])半年(?:末|底)?${before}`, 'g'),
    ([which, half], y) =>
      yearless(which, y, (of) => day(isoDay(of, half === '上' ? 6 : 12, half === '上' ? 30 : 31))),
  ],
  [
    new RegExp(`${until}(今年|明年|本年度?)(?:全年|底|末)?${before}`, 'g'),
    ([which], y) => yearless(which, y, (of) => day(isoDay(of, 12, 31))),
  ],
  [
    /(?:自|从|在)?[\u4e00-\u9fff"□《》]{2,18}?(?:之日起|之后|以后|后|起)(?:的)?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})个?(?:工作日|自然日|日|天|月|年|小时|周)(?:之内|以内|内)/g,
    () => ({ date: null }),
  ],
  [
    /(?<![\d.十百])(?:\d{1,3}|[一二两三四五六七八九十]{1,3})个?(?:工作日|自然日|日|天|月|年|小时|周)(?:之内|以内|内)/g,
    () => ({ date: null }),
  ],
];

const starts = /^(?:起|以来|开始|之后|以后|后|启动的)/;

/** The deadlines of a clear text; `yearOf` is the year a month or quarter without one means. */
export function deadlinesIn(text: string, yearOf: number): Deadline[] {
  const found: Deadline[] = [];
  for (const [pattern, read] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const { index: start } = match;
      const end = start + match[0].length;
      if (found.some((one) => one.start < end && start < one.end)) continue;
      if (
        starts.test(text.slice(end, end + 4)) ||
        /(?:每年?|自|从|第|近|较|比|逐|乃)$/.test(text.slice(Math.max(0, start - 2), start))
      )
        continue;
      const reading = read(match.slice(1), yearOf);
      if (!reading) continue;
      const strict = reading.date !== null && /^(?:截|到|至|争取|力争)|[底末前内止日]$/.test(match[0]);
      found.push({ start, end, date: reading.date, strict, yearless: reading.yearless ?? false });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function day(written: string): Reading {
  return isPlainDate(written) ? { date: written } : undefined;
}

function monthEnd(year: number, month: number): Reading {
  const first = isoDay(year, month, 1);
  return isPlainDate(first) ? { date: lastDayOfMonth(first) } : undefined;
}

function quarterEnd(year: number, quarter: string): Reading {
  return monthEnd(year, 3 * (numeral(quarter) ?? 0));
}

function yearless(which: string | undefined, year: number, read: (year: number) => Reading): Reading {
  const reading = read(which === '明年' ? year + 1 : year);
  return reading && { ...reading, yearless: true };
}
