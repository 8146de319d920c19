import { describe, expect, test } from 'vitest';
import { figureLight } from '../domain/figure-light.ts';
import { isEmptyReport, lit } from '../domain/standing.ts';

const rule = { yellow: 5, red: 20, basis: '平台默认值' };
const target = { value: 100, valueMin: null, unit: '家', comparator: 'gte', deadline: '2023-12-31' } as const;
const issuedOn = '2023-01-01';

describe('a reported number', () => {
  // On 2023-07-02 half of the 364 days have run: 50 are due.
  test.each([
    ['half of it at half-time', { value: 50 }, '2023-07-02', 'green'],
    ['five in a hundred behind', { value: 47.5 }, '2023-07-02', 'yellow'],
    ['less than that behind', { value: 48 }, '2023-07-02', 'green'],
    ['a fifth behind', { value: 40 }, '2023-07-02', 'red'],
    ['all of it, early', { value: 100 }, '2023-02-01', 'green'],
    ['nearly all of it, after the day', { value: 99 }, '2024-01-01', 'red'],
    ['nothing on the day of issue', { value: 0 }, '2023-01-01', 'green'],
    ['nothing said yet', undefined, '2023-07-02', 'grey'],
    ['nothing said, after the day', undefined, '2024-01-01', 'red'],
  ] as const)('%s', (_, said, today, light) => {
    const latest = said && { ...said, onDay: today };
    expect(figureLight({ target, latest, issuedOn, today }, rule).light).toBe(light);
  });

  test.each([
    ['kept below its bound', 99, 'green'],
    ['over it', 101, 'red'],
  ] as const)('%s', (_, value, light) => {
    const bound = { ...target, comparator: 'lte' } as const;
    const latest = { value, onDay: '2023-07-02' } as const;
    expect(figureLight({ target: bound, latest, issuedOn, today: '2023-07-02' }, rule)).toMatchObject({
      ...{ light, expected: null },
    });
  });

  test('of a range reaches the lower end; without a day it is compared with no schedule', () => {
    const latest = { value: 80, onDay: '2023-07-02' } as const;
    const range = { ...target, valueMin: 80 };
    expect(figureLight({ target: range, latest, issuedOn, today: '2023-07-02' }, rule).light).toBe('green');
    const open = { ...target, deadline: null };
    expect(figureLight({ target: open, latest, issuedOn, today: '2023-07-02' }, rule).light).toBe('grey');
  });
});

describe('the light of a measure', () => {
  const clock = {
    ...{ closed: false, dueAt: new Date('2023-06-30T16:00:00Z'), dueClock: 'report' },
    ...{ warnAt: new Date('2023-06-25T16:00:00Z'), clockNames: { report: '定期报告期限' } },
  };
  test.each([
    ['2023-06-20', 'green'],
    ['2023-06-28', 'yellow'],
    ['2023-07-02', 'red'],
  ])('on %s is %s by its clock', (day, light) => {
    expect(lit({ ...clock, figures: [], now: new Date(`${day}T02:00:00Z`) }).light).toBe(light);
  });

  test('is the worse of clock and number, with both reasons; a closed one has none', () => {
    const figures = [{ light: 'red', reason: '落后', expected: 1 }] as const;
    const now = new Date('2023-06-20T02:00:00Z');
    const { light, reasons } = lit({ ...clock, figures, now });
    expect([light, reasons.length]).toEqual(['red', 2]);
    expect(lit({ ...clock, closed: true, figures, now })).toEqual({ light: null, reasons: [] });
  });
});

test.each([
  ['正在有序推进，下一步继续抓好落实。', 0, 0, true],
  ['正在有序推进。', 1, 0, false],
  ['正在有序推进。', 0, 1, false],
  ['已完成三号泊位主体施工，累计完成投资两亿元，剩余机电安装。', 0, 0, false],
])('%s with %d files and %d numbers is empty: %s', (text, files, figures, empty) => {
  expect(isEmptyReport({ text, files, figures }, 20)).toBe(empty);
});
