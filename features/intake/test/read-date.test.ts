import { describe, expect, test } from 'vitest';
import type { Cell } from '#sheets';
import { readDate } from '../domain/read-date.ts';
import { readPeriod } from '../domain/read-period.ts';
import { cellOf } from './cell-of.ts';
import { dalian } from './cities.ts';

const setting = { year: 2023, empty: dalian.emptyMarks };
const day = (iso: string): Cell =>
  cellOf(45_000, { kind: 'date', text: iso, day: iso as NonNullable<Cell['day']> });

describe('a date of the year 2023', () => {
  test.each<[string | number, string]>([
    ['2023.5', '2023-05'],
    ['2023.05', '2023-05'],
    ['2023-05', '2023-05'],
    ['2023/5', '2023-05'],
    ['2023年5月', '2023-05'],
    ['2023年05月', '2023-05'],
    ['2023 年 5 月', '2023-05'],
    ['２０２３年５月', '2023-05'],
    ['2023年5月份', '2023-05'],
    ['二〇二三年五月', '2023-05'],
    ['23年5月', '2023-05'],
    ['202305', '2023-05'],
    [202305, '2023-05'],
    [2023.5, '2023-05'],
    ['2023年5月上旬', '2023-05'],
    ['2023年5月中旬', '2023-05'],
    ['5月下旬', '2023-05'],
    ['5月', '2023-05'],
    ['5月份', '2023-05'],
    ['五月', '2023-05'],
    ['十二月', '2023-12'],
    ['5月底', '2023-05'],
    ['2024年9月底', '2024-09'],
    ['2023年5月开工', '2023-05'],
    ['预计2023年5月', '2023-05'],
    ['拟于5月开工', '2023-05'],
    ['2023年5月前', '2023-05'],
    ['2023.5.6', '2023-05-06'],
    ['2023年5月6日', '2023-05-06'],
    ['2023-5-6', '2023-05-06'],
    ['2023/05/06', '2023-05-06'],
    ['20230506', '2023-05-06'],
    [20230506, '2023-05-06'],
    ['2023-05-06 08:30', '2023-05-06'],
    ['2023-05-06T00:00:00', '2023-05-06'],
    ['5月6日', '2023-05-06'],
    ['6月30日前', '2023-06-30'],
    ['2023', '2023'],
    [2023, '2023'],
    ['2023年', '2023'],
    ['2023年底', '2023-12'],
    ['年底', '2023-12'],
    ['明年3月', '2024-03'],
    ['去年10月', '2022-10'],
  ])('%j is %s', (value, expected) => expect(readDate(cellOf(value), setting)).toEqual({ date: expected }));

  test.each<[string, string]>([
    ['二季度', '2023-06'],
    ['2023年第三季度', '2023-09'],
    ['2024年一季度', '2024-03'],
    ['2023年Q4', '2023-12'],
    ['上半年', '2023-06'],
    ['2023年下半年', '2023-12'],
    ['年内', '2023-12'],
    ['2023年内开工', '2023-12'],
  ])('%j stands for %s', (text, expected) => {
    expect(readDate(cellOf(text), setting)).toEqual({ date: expected, problem: 'date-approximate' });
  });

  test.each([
    '2023-02-30',
    '2023.13',
    '2023年0月',
    '2023年6月31日',
    '2023.2.29',
    '4月31日',
    '20231301',
    '13月',
  ])('%j does not exist', (text) =>
    expect(readDate(cellOf(text), setting)).toEqual({ date: null, problem: 'date-impossible' }),
  );

  test.each(['土地摘牌后1个月内开工', '待定', '已开工', '视审批情况', '2023-2025', '尽快'])(
    '%j holds no date',
    (text) => {
      expect(readDate(cellOf(text), setting)).toEqual({ date: null, problem: 'date-unreadable' });
    },
  );

  test('a serial number is its day, and said to be one', () => {
    expect(readDate(cellOf(45_047), setting)).toEqual({ date: '2023-05-01', problem: 'date-serial' });
  });

  test('a date cell is the day it holds', () =>
    expect(readDate(day('2023-07-01'), setting)).toEqual({ date: '2023-07-01' }));

  test('2023.10 typed as a number is October where the format shows the zero', () => {
    expect(readDate(cellOf(2023.1, { format: '0.00' }), setting)).toEqual({ date: '2023-10' });
    expect(readDate(cellOf(2023.1), setting)).toEqual({ date: '2023-01' });
  });

  test('a bare 5 is May where the column asks for a month', () => {
    expect(readDate(cellOf(5), { ...setting, bareMonth: true })).toEqual({ date: '2023-05' });
    expect(readDate(cellOf(5), setting)).toEqual({ date: null, problem: 'date-unreadable' });
  });
});

describe('a period', () => {
  test.each<[string, string, string]>([
    ['2020.06-2025.12', '2020-06', '2025-12'],
    ['2020.06-\n2025.12', '2020-06', '2025-12'],
    ['2020.06\n2025.12', '2020-06', '2025-12'],
    ['2020—2025', '2020', '2025'],
    ['2020—2025年', '2020', '2025'],
    ['2020年-2025年', '2020', '2025'],
    ['２０２１－２０２４', '2021', '2024'],
    ['2020-2025', '2020', '2025'],
    ['2020~2025', '2020', '2025'],
    ['2020一2025', '2020', '2025'],
    ['2021年3月至2023年底', '2021-03', '2023-12'],
    ['2021年3月-2023年12月', '2021-03', '2023-12'],
    ['2022/5-2024/12', '2022-05', '2024-12'],
    ['2022-05-2024-06', '2022-05', '2024-06'],
    ['2022-05至2024-06', '2022-05', '2024-06'],
    ['2022-05-01至2024-06-30', '2022-05-01', '2024-06-30'],
    ['2023年5月-12月', '2023-05', '2023-12'],
    ['2022.5-12', '2022-05', '2022-12'],
    ['2021.3——2024', '2021-03', '2024'],
    ['3年（2022-2024）', '2022', '2024'],
    ['24个月（2022.5-2024.5）', '2022-05', '2024-05'],
    ['（2022-2024）', '2022', '2024'],
  ])('%j', (text, start, end) => {
    expect(readPeriod(cellOf(text), setting)).toEqual({ start, end, problems: [] });
  });

  test.each<[string | Cell, string | null, string[]]>([
    ['2023年', '2023', ['period-incomplete']],
    ['2023年5月起', '2023-05', ['period-incomplete']],
    [day('2022-08-01'), '2022-08-01', ['period-incomplete']],
    ['24个月', null, ['date-unreadable']],
    ['—', null, []],
  ])('%j has no end', (value, start, problems) => {
    const cell = typeof value === 'string' ? cellOf(value) : value;
    expect(readPeriod(cell, setting)).toEqual({ start, end: null, problems });
  });

  test.each<[string, string[]]>([
    ['2023-2022', ['period-reversed']],
    ['2023.5-2023', []],
    ['2025年3月-2024年', ['period-reversed']],
    ['2021.13-2024.6', ['date-impossible']],
    ['2022年0月-2024年10月', ['date-impossible']],
    ['2023年一季度-2024年四季度', ['date-approximate']],
  ])('%j: %j', (text, problems) => expect(readPeriod(cellOf(text), setting).problems).toEqual(problems));
});
