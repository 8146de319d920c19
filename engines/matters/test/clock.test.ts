import { describe, expect, test } from 'vitest';
import { makeCalendar } from '#kernel/calendar';
import { todayInShanghai } from '#kernel/plain-date';
import { clockLight, dueOf, leftOf, warnAtOf } from '../domain/clock.ts';
import { aPause, aPeriod, aRun, at, notices, world } from './clock-cases.ts';

describe('the due day of working days over holidays', () => {
  test.each([
    // Spring Festival of 2020, prolonged to 2 February: Saturday the 1st was to be a make-up day.
    ['2020-01-21 09:00', '2个工作日', '2020-01-23'],
    ['2020-01-22 09:00', '2个工作日', '2020-02-03'],
    ['2020-01-23 09:00', '5个工作日', '2020-02-07'],
    ['2020-01-27 09:00', '1个工作日', '2020-02-04'],
    ['2020-02-01 09:00', '1个工作日', '2020-02-04'],
    // National Day weeks with their make-up days.
    ['2021-09-24 09:00', '5个工作日', '2021-09-30'],
    ['2021-09-30 09:00', '1个工作日', '2021-10-08'],
    ['2021-09-30 09:00', '2个工作日', '2021-10-09'],
    ['2022-09-30 09:00', '2个工作日', '2022-10-09'],
    ['2023-09-28 09:00', '2个工作日', '2023-10-08'],
    ['2023-09-28 09:00', '3个工作日', '2023-10-09'],
    ['2024-09-27 09:00', '2个工作日', '2024-09-30'],
    ['2024-09-30 09:00', '5个工作日', '2024-10-12'],
    ['2025-09-26 09:00', '2个工作日', '2025-09-29'],
    ['2025-09-30 09:00', '3个工作日', '2025-10-11'],
    ['2026-09-30 09:00', '2个工作日', '2026-10-09'],
    // Natural days do not ask the calendar.
    ['2023-09-28 09:00', '7日', '2023-10-05'],
    ['2020-02-25 09:00', '7日', '2020-03-03'],
    ['2023-05-09 09:00', '0个工作日', '2023-05-09'],
  ])('%s and %s: %s', (started, limit, due) => {
    const { dueOn, provisional } = dueOf(aRun(started, { limit }), world(started));
    expect({ dueOn, provisional }).toEqual({ dueOn: due, provisional: false });
  });
});

test('before the prolonging notice of 2020 was issued the make-up day counted', () => {
  const calendar = makeCalendar(notices.filter(({ issuedOn }) => issuedOn < '2020-01-26'));
  const run = aRun('2020-01-22 09:00', { limit: '3个工作日' });
  expect(dueOf(run, world('2020-01-22 10:00', { calendar })).dueOn).toBe('2020-02-01');
  expect(dueOf(run, world('2020-01-22 10:00')).dueOn).toBe('2020-02-04');
});

describe('a year without a notice counts the plain week, and says so', () => {
  const calendar = makeCalendar(notices.filter(({ year }) => year <= 2023));
  test.each([
    ['2023-12-25 09:00', '4个工作日', '2023-12-29', false],
    ['2023-12-28 09:00', '2个工作日', '2024-01-01', true],
    ['2023-12-28 09:00', '2日', '2023-12-30', false],
    ['2023-12-28 09:00', '9日', '2024-01-06', false],
    ['2023-12-28 09:00', '48小时', '2023-12-30', false],
    ['2024-02-09 09:00', '1个工作日', '2024-02-12', true],
  ])('%s and %s: %s, provisional: %s', (started, limit, dueOn, provisional) => {
    const due = dueOf(aRun(started, { limit }), world(started, { calendar }));
    expect(due).toMatchObject({ dueOn, provisional });
  });

  test('but not for days that stand still whatever the notice will say', () => {
    const run = aRun('2023-12-28 09:00', { limit: '1个工作日' }, { pauses: [aPause('2023-12-29 09:00')] });
    const due = dueOf(run, world('2024-01-02 12:00', { calendar }));
    expect(due).toMatchObject({ dueOn: '2024-01-03', provisional: true, paused: true });
    const over = { calendar, excluded: [aPeriod('2023-12-29', '2023-12-31')] };
    const short = aRun('2023-12-27 09:00', { limit: '1个工作日' });
    expect(dueOf(short, world('2023-12-28 09:00', over)).provisional).toBe(false);
  });
});

describe('what comes in after the cut-off, or on a day of rest, counts as come in later', () => {
  const five = { cutOff: '17:00', dayEnds: '17:30' };
  test.each([
    ['2023-09-27 17:00', { ...five, limit: '1个工作日' }, '2023-09-27', '2023-09-28 17:30'],
    ['2023-09-27 17:00:01', { ...five, limit: '1个工作日' }, '2023-09-28', '2023-10-07 17:30'],
    ['2023-09-28 18:00', { ...five, limit: '1个工作日' }, '2023-10-07', '2023-10-08 17:30'],
    ['2023-09-30 18:00', { ...five, limit: '1个工作日' }, '2023-10-07', '2023-10-08 17:30'],
    ['2023-09-30 18:00', { ...five, limit: '1日' }, '2023-10-01', '2023-10-02 17:30'],
    [
      '2023-10-20 18:00',
      { ...five, limit: '1个工作日', countsFirstDay: true },
      '2023-10-23',
      '2023-10-23 17:30',
    ],
    [
      '2023-10-20 09:00',
      { limit: '3个工作日', countsFirstDay: true },
      '2023-10-20',
      '2023-10-24 23:59:59.999',
    ],
    ['2023-10-20 09:00', { limit: '3日', countsFirstDay: true }, '2023-10-20', '2023-10-22 23:59:59.999'],
    // Without a cut-off a day that has ended cannot be day one.
    [
      '2023-10-17 20:00',
      { limit: '1日', countsFirstDay: true, dayEnds: '17:30' },
      '2023-10-18',
      '2023-10-18 17:30',
    ],
    ['2023-10-17 20:00', { limit: '1日', dayEnds: '17:30' }, '2023-10-17', '2023-10-18 17:30'],
  ])('%s with %o: from %s to %s', (started, rule, countedFrom, due) => {
    const told = dueOf(aRun(started, rule), world('2023-09-27 20:00'));
    expect({ from: told.countedFrom, at: told.dueAt }).toEqual({ from: countedFrom, at: at(due) });
  });
});

describe('ends of 旬 and months', () => {
  test.each([
    ['2023-05-01 09:00', '本旬末', '2023-05-10'],
    ['2023-05-10 09:00', '本旬末', '2023-05-10'],
    ['2023-05-11 09:00', '下旬末', '2023-05-31'],
    ['2023-02-21 09:00', '本旬末', '2023-02-28'],
    ['2024-02-21 09:00', '本旬末', '2024-02-29'],
    ['2023-12-25 09:00', '下旬末', '2024-01-10'],
    ['2023-01-31 09:00', '次月底', '2023-02-28'],
    ['2023-12-31 09:00', '次月底', '2024-01-31'],
    ['2024-02-29 09:00', '本月底', '2024-02-29'],
    ['2023-11-30 09:00', '3月后底', '2024-02-29'],
  ])('%s and %s: %s', (started, limit, due) =>
    expect(dueOf(aRun(started, { limit }), world(started)).dueOn).toBe(due),
  );

  test('what comes after the last day has ended has until the end of the next', () =>
    expect(
      dueOf(aRun('2023-05-10 18:00', { limit: '本旬末', dayEnds: '17:30' }), world('2023-05-10 19:00')).dueAt,
    ).toEqual(at('2023-05-20 17:30')));

  test('days that did not count are added behind the end', () => {
    const pauses = [aPause('2023-05-03 09:00', '2023-05-04 09:00')];
    expect(
      dueOf(aRun('2023-05-01 09:00', { limit: '本旬末' }, { pauses }), world('2023-06-01 00:00')).dueOn,
    ).toBe('2023-05-12');
  });
});

describe('pauses', () => {
  const limit = '5个工作日';
  test.each([
    // Every day touched stands still: here the two days of its ends.
    ['in a week', [aPause('2023-10-17 09:00', '2023-10-18 09:00')], '2023-10-25'],
    ['for an hour', [aPause('2023-10-17 09:00', '2023-10-17 10:00')], '2023-10-24'],
    ['from the day of the start', [aPause('2023-10-16 10:00', '2023-10-16 11:00')], '2023-10-23'],
    ['over a weekend', [aPause('2023-10-20 09:00', '2023-10-23 09:00')], '2023-10-25'],
    [
      'twice on a day',
      [aPause('2023-10-17 09:00', '2023-10-17 10:00'), aPause('2023-10-17 11:00', '2023-10-17 12:00')],
      '2023-10-24',
    ],
    ['to midnight', [aPause('2023-10-17 09:00', '2023-10-18 00:00')], '2023-10-24'],
    ['after it was due', [aPause('2023-10-24 09:00', '2023-10-26 00:00')], '2023-10-23'],
  ])('%s', (_name, pauses, due) =>
    expect(dueOf(aRun('2023-10-16 09:00', { limit }, { pauses }), world('2023-11-30 00:00')).dueOn).toBe(due),
  );

  test('over National Day cost only working days', () => {
    const run = aRun(
      '2023-09-27 09:00',
      { limit },
      { pauses: [aPause('2023-09-28 15:00', '2023-10-07 10:00')] },
    );
    expect(dueOf(run, world('2023-11-01 00:00')).dueOn).toBe('2023-10-12');
    const days = aRun('2023-09-27 09:00', { limit: '5日' }, { pauses: run.pauses });
    expect(dueOf(days, world('2023-11-01 00:00')).dueOn).toBe('2023-10-12');
  });

  test('one that runs is counted up to the instant, never turns red, and is not overdue when it ends', () => {
    const run = aRun(
      '2023-10-16 09:00',
      { limit: '1个工作日', dayEnds: '17:00' },
      { pauses: [aPause('2023-10-17 16:59')] },
    );
    for (const instant of ['2023-10-17 16:59', '2023-10-17 18:00', '2023-10-20 12:00', '2024-03-01 12:00']) {
      expect(clockLight(run, world(instant))).not.toBe('red');
      expect(dueOf(run, world(instant)).paused).toBe(true);
    }
    const resumed = { ...run, pauses: [aPause('2023-10-17 16:59', '2023-10-20 17:30')] };
    expect(dueOf(resumed, world('2023-10-20 17:31'))).toMatchObject({
      dueAt: at('2023-10-23 17:00'),
      paused: false,
    });
  });

  test('one that begins once the clock is due changes nothing', () => {
    const run = aRun(
      '2023-10-16 09:00',
      { limit: '1个工作日', dayEnds: '17:00' },
      { pauses: [aPause('2023-10-17 17:01')] },
    );
    expect(clockLight(run, world('2023-10-18 09:00'))).toBe('red');
  });

  test('one of the future is not known yet', () => {
    const run = aRun(
      '2023-10-16 09:00',
      { limit },
      { pauses: [aPause('2023-10-18 09:00', '2023-10-19 09:00')] },
    );
    expect(dueOf(run, world('2023-10-17 09:00'))).toMatchObject({ dueOn: '2023-10-23', paused: false });
    expect(dueOf(run, world('2023-10-18 10:00'))).toMatchObject({ dueOn: '2023-10-24', paused: true });
  });
});

describe('minutes and hours run day and night', () => {
  const run = aRun('2023-09-30 23:30', { limit: '60分钟', warn: '15分钟', cutOff: '17:00' });
  test('and over holidays', () => {
    expect(dueOf(run, world('2023-09-30 23:31')).dueAt).toEqual(at('2023-10-01 00:30'));
    expect(warnAtOf(run, world('2023-09-30 23:31'))).toEqual(at('2023-10-01 00:15'));
  });

  test.each([
    ['2023-10-01 00:14:59', 'green'],
    ['2023-10-01 00:15', 'yellow'],
    ['2023-10-01 00:30', 'yellow'],
    ['2023-10-01 00:30:01', 'red'],
  ])('%s: %s', (instant, light) => expect(clockLight(run, world(instant))).toBe(light));

  test('but not while paused, to the minute', () => {
    const paused = { ...run, pauses: [aPause('2023-09-30 23:40', '2023-09-30 23:50')] };
    expect(dueOf(paused, world('2023-10-02 00:00')).dueAt).toEqual(at('2023-10-01 00:40'));
    const stands = { ...run, pauses: [aPause('2023-10-01 00:30')] };
    expect(clockLight(stands, world('2023-10-03 00:00'))).not.toBe('red');
  });

  test('nor in a declared period', () => {
    const day = aRun('2020-01-30 12:00', { limit: '24小时' });
    const excluded = [aPeriod('2020-01-31', '2020-02-09')];
    expect(dueOf(day, world('2020-01-30 12:00', { excluded })).dueAt).toEqual(at('2020-02-10 12:00'));
  });
});

test('a declared period does not count, together with pauses and holidays in it once', () => {
  const excluded = [aPeriod('2020-01-25', '2020-02-09')];
  const run = aRun(
    '2020-01-22 09:00',
    { limit: '3个工作日' },
    { pauses: [aPause('2020-02-07 09:00', '2020-02-10 09:00')] },
  );
  expect(dueOf(run, world('2020-03-01 00:00', { excluded })).dueOn).toBe('2020-02-12');
});

describe('the light, and what is left of three working days that begin before National Day', () => {
  const run = aRun('2023-09-28 09:00', { limit: '3个工作日', dayEnds: '17:00', promised: '1个工作日' });
  test.each([
    ['2023-09-28 09:00', 'green', { left: 3, late: false, overdue: 0 }],
    ['2023-10-03 09:00', 'green', { left: 3, late: false, overdue: 0 }],
    ['2023-10-07 23:59', 'green', { left: 2, late: false, overdue: 0 }],
    ['2023-10-08 00:00', 'yellow', { left: 1, late: false, overdue: 0 }],
    ['2023-10-09 17:00', 'yellow', { left: 0, late: false, overdue: 0 }],
    ['2023-10-09 17:00:01', 'red', { left: 0, late: true, overdue: 0 }],
    ['2023-10-10 08:00', 'red', { left: 0, late: true, overdue: 1 }],
    ['2023-10-15 08:00', 'red', { left: 0, late: true, overdue: 4 }],
  ])('%s: %s %o', (instant, light, left) => {
    expect(clockLight(run, world(instant))).toBe(light);
    expect(leftOf(run, world(instant))).toEqual({ unit: 'working-day', ...left });
  });

  test('the promised limit stands beside it', () => {
    expect(dueOf(run, world('2023-10-08 09:00'), 'promised').dueOn).toBe('2023-10-07');
    expect(clockLight(run, world('2023-10-08 09:00'), 'promised')).toBe('red');
    const without = aRun('2023-09-28 09:00', { limit: '3个工作日' });
    expect(dueOf(without, world('2023-10-08 09:00'), 'promised')).toEqual(
      dueOf(without, world('2023-10-08 09:00')),
    );
  });

  test('an ended clock keeps the light it ended with', () => {
    const ended = { ...run, endedAt: at('2023-10-09 16:00') };
    expect(clockLight(ended, world('2024-01-01 09:00'))).toBe('yellow');
    expect(clockLight({ ...run, endedAt: at('2023-10-10 16:00') }, world('2024-01-01 09:00'))).toBe('red');
    expect(leftOf({ ...run, endedAt: at('2023-10-10 16:00') }, world('2024-01-01 09:00')).overdue).toBe(1);
    const open = { ...ended, pauses: [aPause('2023-10-08 09:00')] };
    expect(dueOf(open, world('2024-01-01 09:00'))).toMatchObject({ dueOn: '2023-10-11', paused: false });
  });
});

describe('yellow begins', () => {
  test.each([
    ['2日', '2023-10-07 00:00'],
    ['2个工作日', '2023-10-07 00:00'],
    ['3个工作日', '2023-09-28 09:00'],
    ['90个工作日', '2023-09-28 09:00'],
    ['0个工作日', '2023-10-09 00:00'],
    ['3小时', '2023-10-09 14:00'],
    ['本旬末', '2023-10-01 00:00'],
  ])('%s before the end', (warn, from) => {
    const run = aRun('2023-09-28 09:00', { limit: '3个工作日', dayEnds: '17:00', warn });
    expect(warnAtOf(run, world('2023-09-28 10:00'))).toEqual(at(from));
  });
});

test('the due day is the day of the due instant', () => {
  const { dueAt, dueOn } = dueOf(aRun('2023-10-16 09:00', { limit: '1日' }), world('2023-10-16 09:00'));
  expect(todayInShanghai(dueAt)).toBe(dueOn);
});
