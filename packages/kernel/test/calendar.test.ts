import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addWorkingDays, type HolidayNotice, makeCalendar, workingDaysBetween } from '../calendar.ts';
import { addDays, type PlainDate } from '../plain-date.ts';

const day = (day: PlainDate, rest: boolean, name: string) => ({ day, rest, name });

const notices: HolidayNotice[] = [
  {
    year: 2020,
    document: '延长通知',
    issuedOn: '2020-01-26',
    days: [day('2020-01-31', true, '春节'), day('2020-02-01', true, '春节'), day('2020-02-02', true, '春节')],
  },
  {
    year: 2020,
    document: '年度通知',
    issuedOn: '2019-11-21',
    days: [
      day('2020-01-19', false, '春节'),
      ...(['24', '25', '26', '27', '28', '29', '30'] as const).map((d) => day(`2020-01-${d}`, true, '春节')),
      day('2020-02-01', false, '春节'),
      day('2019-12-31', true, '元旦'),
    ],
  },
];
const calendar = makeCalendar(notices);

describe('the kind of a day', () => {
  test.each([
    ['2020-01-17', true, 'weekday', false],
    ['2020-01-18', false, 'weekend', false],
    ['2020-01-19', true, 'makeup', false],
    ['2020-01-24', false, 'holiday', false],
    ['2020-02-01', false, 'holiday', false],
    ['2020-02-03', true, 'weekday', false],
    ['2019-12-31', false, 'holiday', false],
    ['2019-12-30', true, 'weekday', true],
    ['2021-10-01', true, 'weekday', true],
    ['2021-10-02', false, 'weekend', true],
  ] as const)('%s works: %s, as a %s, provisional: %s', (date, works, basis, provisional) =>
    expect(calendar.dayKind(date)).toMatchObject({ works, basis, provisional }),
  );
});

describe('counting working days', () => {
  test.each([
    ['2020-01-17', 1, '2020-01-19', false],
    ['2020-01-23', 1, '2020-02-03', false],
    ['2020-01-24', 0, '2020-01-24', false],
    ['2020-02-03', -1, '2020-01-23', false],
    ['2020-12-31', 1, '2021-01-01', true],
    ['2020-01-02', -2, '2019-12-30', true],
  ] as const)('%s and %i working days: %s, provisional: %s', (from, n, to, provisional) =>
    expect(addWorkingDays(calendar, from, n)).toEqual({ day: to, provisional }),
  );

  test.each([
    ['2020-01-17', '2020-01-19', 1],
    ['2020-01-23', '2020-02-02', 0],
    ['2020-01-23', '2020-02-03', 1],
    ['2020-02-03', '2020-01-23', -1],
    ['2020-01-24', '2020-01-24', 0],
  ] as const)('between %s and %s lie %i', (a, b, days) =>
    expect(workingDaysBetween(calendar, a, b)).toEqual({ days, provisional: false }),
  );

  const anyDay = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2019-06-01', n));

  test('any day and number: counting undoes adding, and the parts add up to the whole', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 0, max: 60 }), (a, b, n) => {
        const later = addWorkingDays(calendar, a, n).day;
        expect(workingDaysBetween(calendar, a, later).days).toBe(n);
        const whole = workingDaysBetween(calendar, a, later).days;
        const parts = workingDaysBetween(calendar, a, b).days + workingDaysBetween(calendar, b, later).days;
        expect(parts).toBe(whole);
      }),
    );
  });
});
