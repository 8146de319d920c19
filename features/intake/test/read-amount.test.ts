import { describe, expect, test } from 'vitest';
import { fenFromNumber, type MoneyUnit, moneyUnits } from '#kernel/money';
import { readAmount } from '../domain/read-amount.ts';
import { cellOf } from './cell-of.ts';
import { dalian } from './cities.ts';

const read = (value: string | number, unit: MoneyUnit = '万元') =>
  readAmount(cellOf(value), unit, dalian.emptyMarks);
const fen = (value: string | number, unit?: MoneyUnit) => read(value, unit).fen?.toString() ?? null;

describe('an amount', () => {
  test.each<[string | number, MoneyUnit, string]>([
    [1200, '万元', '1200000000'],
    [1.5, '亿元', '15000000000'],
    [3.300000000000001, '亿元', '33000000000'],
    [0.06630000000000003, '亿元', '663000000'],
    [4933.5, '万元', '4933500000'],
    [12.345, '元', '1235'],
    [-12.345, '元', '-1235'],
    [2, '千元', '200000'],
    ['1,200', '万元', '1200000000'],
    ['1，200', '万元', '1200000000'],
    ['１２００', '万元', '1200000000'],
    ['  1200　', '万元', '1200000000'],
    ['1 200.5', '万元', '1200500000'],
    ["'1200", '万元', '1200000000'],
    ['(1,200)', '万元', '-1200000000'],
    ['（300）', '万元', '-300000000'],
    ['-5', '万元', '-5000000'],
    ['－5', '万元', '-5000000'],
    ['−5', '万元', '-5000000'],
    ['￥12', '万元', '12000000'],
    ['1.2E+3', '万元', '1200000000'],
    ['1,234,567.89', '元', '123456789'],
    ['0', '万元', '0'],
    ['0.00', '万元', '0'],
  ])('%j in a column of %s', (value, unit, expected) => {
    expect(read(value, unit)).toEqual({ fen: BigInt(expected) });
  });

  test.each(['', ' ', '—', '——', '-', '－', '/', '／', '无', '暂无', '　'])('%j is an empty mark', (mark) => {
    expect(read(mark)).toEqual({ fen: null });
  });

  test.each([
    '3,5OO',
    '1.200.5',
    '约3-5亿元',
    '视资金情况',
    '详见可研批复',
    '未统计',
    '万元',
    '1,2,3',
    '12,34',
    '五百万',
    '25%',
    '(-3)',
  ])('%j cannot be read', (text) => expect(read(text)).toEqual({ fen: null, problem: 'amount-unreadable' }));

  test.each<[string, MoneyUnit, string, boolean]>([
    ['1.12亿元', '万元', '11200000000', true],
    ['64000万元', '亿元', '64000000000', true],
    ['651万元', '万元', '651000000', false],
    ['2亿', '万元', '20000000000', true],
    ['300万', '万元', '300000000', false],
    ['50元', '万元', '5000', true],
    ['5千元', '万元', '500000', true],
    ['1,001 万元', '亿元', '1001000000', true],
  ])('%j in a column of %s: its own unit wins', (text, unit, expected, isOther) => {
    expect(read(text, unit)).toEqual({
      fen: BigInt(expected),
      ...(isOther ? { problem: 'unit-in-cell' } : {}),
    });
  });

  test('an error value is said to be one', () => {
    const cell = cellOf('#REF!', { kind: 'error', error: '#REF!' });
    expect(readAmount(cell, '万元', dalian.emptyMarks)).toEqual({ fen: null, problem: 'cell-error' });
  });

  test('a formula counts with its cached value', () => expect(fen(1457)).toBe('1457000000'));
});

test('a number is read to the same fen by its short way as by exact fractions', () => {
  const numbers = [
    0,
    -0,
    0.1,
    0.7,
    1.005,
    2.675,
    1e-9,
    8.41,
    1234.565,
    99_999_999.99,
    123_456_789_012,
    1e15,
    4e17,
    1 / 3,
  ];
  for (let n = 1; n < 4000; n++) numbers.push(n / 7, n / 100, n * 1.1, (n * 37) / 1000, n + 0.000001);
  const signed = numbers.flatMap((number) => [number, -number]);
  for (const unit of moneyUnits) {
    const wrong = signed.filter((number) => read(number, unit).fen !== fenFromNumber(number, unit));
    expect(wrong, unit).toEqual([]);
  }
});
