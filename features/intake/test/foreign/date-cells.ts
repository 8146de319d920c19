import { type Value, type Written, written } from './cell.ts';
import type { Random } from './random.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** A month in one of the ways people write it; `year` is the list's, which may be left out. */
export function monthCell(random: Random, year: number, month: number, ownYear: number): Written<string> {
  const [read, d] = [`${year}-${two(month)}`, random.int(1, 28)];
  const day = `${read}-${two(d)}`;
  const spellings: [Value, string][] = [
    [`${year}.${month}`, read],
    [`${year}.${two(month)}`, read],
    [`${year}年${month}月`, read],
    [`${year}年${two(month)}月`, read],
    [`${year}/${month}`, read],
    [`${year}-${two(month)}`, read],
    [`${year}年${month}月底`, read],
    [`${year}年 ${month}月`, read],
    [new Date(Date.UTC(year, month - 1, d)), day],
    [new Date(Date.UTC(year, month - 1, d)), day],
    [`${year}年${month}月${d}日`, day],
    [`${year}.${month}.${d}`, day],
    [`${year}/${month}/${d}`, day],
    [`${year}-${two(month)}-${two(d)}`, day],
  ];
  if (year === ownYear)
    spellings.push(
      [`${month}月`, read],
      [`${month}月底`, read],
      [`${month}月中旬`, read],
      [`${month}月份`, read],
    );
  const [value, expected] = random.pick(spellings);
  return written(value, expected);
}

/** A day, as reports are dated. */
export function dayCell(random: Random, day: string, ownYear: number): Written<string> {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  const value = random.pick<Value>([
    new Date(Date.UTC(y, m - 1, d)),
    new Date(Date.UTC(y, m - 1, d)),
    `${y}.${m}.${d}`,
    `${y}年${m}月${d}日`,
    `${y}-${two(m)}-${two(d)}`,
    `${y}/${m}/${d}`,
    ...(y === ownYear ? [`${m}月${d}日`] : [`${y}.${m}.${d}`]),
  ]);
  return written(value, day);
}

export function approximateCell(random: Random, year: number): Written<string> {
  const quarter = random.int(1, 4);
  const chinese = ['一', '二', '三', '四'][quarter - 1] as string;
  return random.pick([
    written(`${chinese}季度`, `${year}-${two(quarter * 3)}`, 'date-approximate'),
    written(`${year}年${chinese}季度`, `${year}-${two(quarter * 3)}`, 'date-approximate'),
    written('上半年', `${year}-06`, 'date-approximate'),
    written('下半年', `${year}-12`, 'date-approximate'),
    written(`${year}年上半年`, `${year}-06`, 'date-approximate'),
    written('年内', `${year}-12`, 'date-approximate'),
  ]);
}

/** A serial day whose date format was lost. */
export function serialCell(day: string): Written<string> {
  const serial = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
  return written(serial, day, 'date-serial');
}

export function impossibleCell(random: Random, year: number): Written<null> {
  const text = random.pick([
    `${year}-02-30`,
    `${year}年6月31日`,
    `${year}年13月`,
    `${year}.13`,
    `${year}.4.31`,
    '13月',
    `${year}年0月`,
    `${year}-00`,
  ]);
  return written(text, null, 'date-impossible');
}

export const unreadableDates = [
  '土地摘牌后1个月内开工',
  '待定',
  '视审批情况',
  '手续办结后',
  '未确定',
  '根据资金到位情况安排',
];

type Ends = { readonly start: string; readonly end: string };

/** Both ends of a period in one cell. */
export function periodCell(
  random: Random,
  from: readonly [number, number],
  to: readonly [number, number],
): Written<Ends> {
  const [[y, m], [z, n]] = [from, to];
  const months = { start: `${y}-${two(m)}`, end: `${z}-${two(n)}` };
  const years = { start: `${y}`, end: `${z}` };
  const dash = random.pick(['-', '—', '－', '–', '~', '～', '至', '——']);
  const [text, ends] = random.pick<[string, Ends]>([
    [`${y}.${m}${dash}${z}.${n}`, months],
    [`${y}.${two(m)}${dash}${z}.${two(n)}`, months],
    [`${y}年${m}月${dash}${z}年${n}月`, months],
    [`${y}年${m}月至${z}年${n}月`, months],
    [`${y}/${m}-${z}/${n}`, months],
    [`${y}${dash}${z}`, years],
    [`${y}年${dash}${z}年`, years],
    [`${y}${dash}${z}年`, years],
    [`${y}年${m}月—\n${z}年${n}月`, months],
    [`${y} - ${z}`, years],
  ]);
  return written(text, ends);
}
