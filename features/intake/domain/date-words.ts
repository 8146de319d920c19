import { chineseNumber } from './chinese-number.ts';
import { withPlainDashes } from './spelling.ts';

export type PartialDate = {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** A quarter, a half or 「within the year」 stands for its last month. */
  readonly approximate?: true;
};

type Setting = { readonly year: number; readonly bareMonth?: boolean };

const separator = '[.。/、-]';
const numeral = '[0-9零〇○一二三四五六七八九十]';
const before = '(?:(?:大?约|预计|计划|拟定?|暂定|争取|力争|确保|定于|已?于|自|从|至|到)+)?';
const after =
  '(?:初|底|末|上旬|中旬|下旬|月初|月底)?(?:前|之前|以前|左右|起|开始|开工|已开工|动工|开工建设|竣工|完工|建成|投产|完成|入统|入库|纳统)*';

const shapes: readonly [RegExp, (m: RegExpExecArray, s: Setting) => PartialDate | undefined][] = [
  [
    whole(`(${numeral}{4}|\\d{2})年度?(${numeral}{1,3})月份?(?:(${numeral}{1,3})[日号]?)?`),
    (m, s) => ymd(m[1], m[2], m[3], s),
  ],
  [
    whole(`(\\d{4}|\\d{2})${separator}(\\d{1,2})${separator}(\\d{1,2})[日号]?`),
    (m, s) => ymd(m[1], m[2], m[3], s),
  ],
  [whole(`(\\d{4})${separator}(\\d{1,2})月?份?`), (m, s) => ymd(m[1], m[2], undefined, s)],
  [whole(`([1-4]\\d)\\.(\\d{1,2})月?份?`), (m, s) => ymd(m[1], m[2], undefined, s)],
  [whole('((?:19|20)\\d{2})(\\d{2})(\\d{2})?'), (m, s) => ymd(m[1], m[2], m[3], s)],
  [
    whole('(今年|本年|当年|明年|次年|去年|上年)(\\d{1,2})月份?(?:(\\d{1,2})[日号]?)?'),
    (m, s) => relative(m, s),
  ],
  [
    whole(`(${numeral}{1,3})月份?(?:(${numeral}{1,3})[日号]?)?`),
    (m, s) => ymd(String(s.year), m[1], m[2], s),
  ],
  [/^(\d{4}|\d{2})年度?$|^(\d{4})$/, (m, s) => ymd(m[1] ?? m[2], undefined, undefined, s)],
  [
    whole(`(?:(\\d{4}|\\d{2}|${'今|本|当'})?年?度?)第?([一二三四1-4])季度?`),
    (m, s) => endOf(m[1], quarterEnd(m[2]), s),
  ],
  [whole('(?:(\\d{4}|\\d{2})年?度?)?Q([1-4])'), (m, s) => endOf(m[1], quarterEnd(m[2]), s)],
  [
    whole('(?:(\\d{4}|\\d{2}|今|本|当)年?度?)?([上下])半年'),
    (m, s) => endOf(m[1], m[2] === '上' ? 6 : 12, s),
  ],
  [whole('(?:(\\d{4}|\\d{2}|今|本|当)?年度?)(?:以|之)?内'), (m, s) => endOf(m[1], 12, s)],
  [whole('(\\d{4}|\\d{2}|今|本|当)?年中'), (m, s) => endOf(m[1], 6, s)],
  [whole('(\\d{4}|\\d{2}|今|本|当)?年(底|末)'), (m, s) => ({ year: yearIn(m[1], s), month: 12 })],
  [whole('(\\d{4}|\\d{2}|今|本|当)?年初'), (m, s) => ({ year: yearIn(m[1], s), month: 1 })],
];

/** Reads a date written in words or figures, already without spaces; `impossible` where it names no month or day. */
export function dateWords(written: string, setting: Setting): PartialDate | 'impossible' | undefined {
  const text = withPlainDashes(written).replace(/\((预计|计划|拟|暂定)\)$/, '');
  if (setting.bareMonth && /^\d{1,2}$/.test(text)) return ymd(String(setting.year), text, undefined, setting);
  for (const [shape, read] of shapes) {
    const match = shape.exec(text);
    const date = match && read(match, setting);
    if (date) return possible(date) ? date : 'impossible';
  }
  return undefined;
}

function whole(core: string): RegExp {
  return new RegExp(`^${before}${core}${after}$`);
}

function ymd(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  s: Setting,
): PartialDate | undefined {
  const [y, m, d] = [yearIn(year, s), numberIn(month), numberIn(day)];
  if (month !== undefined && m === undefined) return undefined;
  if (day !== undefined && d === undefined) return undefined;
  return { year: y, ...(m === undefined ? {} : { month: m }), ...(d === undefined ? {} : { day: d }) };
}

function relative(m: RegExpExecArray, s: Setting): PartialDate | undefined {
  const shift = /[明次]/.test(m[1] ?? '') ? 1 : /[去上]/.test(m[1] ?? '') ? -1 : 0;
  return ymd(String(s.year + shift), m[2], m[3], s);
}

function endOf(year: string | undefined, month: number, s: Setting): PartialDate {
  return { year: yearIn(year, s), month, approximate: true };
}

function quarterEnd(text: string | undefined): number {
  return (chineseNumber(text ?? '') ?? 0) * 3;
}

/** 2023, 23 and 二〇二三 are the same year; none, or 「this」, is the list's. */
function yearIn(text: string | undefined, s: Setting): number {
  if (text === undefined || /^[今本当]$/.test(text)) return s.year;
  const figures = text
    .replace(/[〇○零]/g, '0')
    .replace(/[一二三四五六七八九]/g, (d) => String(chineseNumber(d)));
  const year = Number(figures);
  return figures.length === 2 ? 2000 + year : year;
}

function numberIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : chineseNumber(text);
}

function possible({ year, month, day }: PartialDate): boolean {
  if (!Number.isInteger(year) || year < 1900 || year > 2100) return false;
  if (month !== undefined && (month < 1 || month > 12)) return false;
  return day === undefined || (day >= 1 && day <= new Date(Date.UTC(year, month ?? 1, 0)).getUTCDate());
}
