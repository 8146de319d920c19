import { describe, expect, test } from 'vitest';
import { makeCalendar } from '#kernel/calendar';
import { clockTable } from '../domain/clock-table.ts';
import { movedDues } from '../domain/moved-due.ts';
import { aPause, aPeriod, aRun, at, notices, official, world } from './clock-cases.ts';

const lines = (run: Parameters<typeof clockTable>[0], where: Parameters<typeof clockTable>[1]) => {
  const table = clockTable(run, where);
  if (table.of !== 'days') throw new Error('a table of days');
  return table.rows.map(({ day, basis, name, counts, nth, left, provisional }) =>
    [day.slice(5), basis, name ?? '', counts ? nth : '', left, provisional ? '暂定' : '']
      .join(' ')
      .replace(/ +$/, ''),
  );
};

test('three working days from the last evening before National Day 2023, with an hour of pause', () => {
  const run = aRun(
    '2023-09-28 18:00',
    { limit: '3个工作日', cutOff: '17:00' },
    { pauses: [aPause('2023-10-09 10:00', '2023-10-09 11:00', '现场核查')] },
  );
  expect(lines(run, world('2023-10-12 09:00'))).toEqual([
    '09-28 start   3',
    '09-29 holiday 国庆节、中秋节  3',
    '09-30 holiday 国庆节、中秋节  3',
    '10-01 holiday 国庆节、中秋节  3',
    '10-02 holiday 国庆节、中秋节  3',
    '10-03 holiday 国庆节、中秋节  3',
    '10-04 holiday 国庆节、中秋节  3',
    '10-05 holiday 国庆节、中秋节  3',
    '10-06 holiday 国庆节、中秋节  3',
    '10-07 start   3',
    '10-08 makeup 国庆节、中秋节 1 2',
    '10-09 paused 现场核查  2',
    '10-10 counted  2 1',
    '10-11 counted  3 0',
    '10-12 overdue   -1',
  ]);
});

test('the prolonged Spring Festival of 2020 within a declared period', () => {
  const run = aRun('2020-01-22 09:00', { limit: '2个工作日' });
  const excluded = [aPeriod('2020-01-30', '2020-02-04')];
  expect(
    lines(run, world('2020-01-22 09:00', { excluded })).filter((line) => !line.includes('holiday')),
  ).toEqual([
    '01-22 start   2',
    '01-23 counted  1 1',
    '02-03 excluded 公告〔2020〕1号  1',
    '02-04 excluded 公告〔2020〕1号  1',
    '02-05 counted  2 0',
  ]);
});

test('a year end without the next notice says which days are provisional', () => {
  const calendar = makeCalendar(notices.filter(({ year }) => year <= 2023));
  expect(
    lines(aRun('2023-12-28 09:00', { limit: '2个工作日' }), world('2023-12-28 09:00', { calendar })),
  ).toEqual([
    '12-28 start   2',
    '12-29 counted  1 1',
    '12-30 weekend   1',
    '12-31 weekend   1',
    '01-01 counted  2 0 暂定',
  ]);
});

test('a clock of hours is told in stretches', () => {
  const run = aRun(
    '2020-01-30 12:00',
    { limit: '24小时' },
    { pauses: [aPause('2020-01-30 13:00', '2020-01-30 15:00', '专家评审')] },
  );
  const table = clockTable(
    run,
    world('2020-02-10 20:00', { excluded: [aPeriod('2020-01-31', '2020-02-09')] }),
  );
  expect(table.rows).toEqual([
    {
      from: at('2020-01-30 12:00'),
      to: at('2020-01-30 13:00'),
      basis: 'counted',
      counts: true,
      ranMinutes: 60,
      leftMinutes: 1380,
    },
    {
      from: at('2020-01-30 13:00'),
      to: at('2020-01-30 15:00'),
      basis: 'paused',
      name: '专家评审',
      counts: false,
      ranMinutes: 60,
      leftMinutes: 1380,
    },
    {
      from: at('2020-01-30 15:00'),
      to: at('2020-01-31 00:00'),
      basis: 'counted',
      counts: true,
      ranMinutes: 600,
      leftMinutes: 840,
    },
    {
      from: at('2020-01-31 00:00'),
      to: at('2020-02-10 00:00'),
      basis: 'excluded',
      name: '公告〔2020〕1号',
      counts: false,
      ranMinutes: 600,
      leftMinutes: 840,
    },
    {
      from: at('2020-02-10 00:00'),
      to: at('2020-02-10 14:00'),
      basis: 'counted',
      counts: true,
      ranMinutes: 1440,
      leftMinutes: 0,
    },
    {
      from: at('2020-02-10 14:00'),
      to: at('2020-02-10 20:00'),
      basis: 'overdue',
      counts: false,
      ranMinutes: 1800,
      leftMinutes: -360,
    },
  ]);
});

describe('what moves when a notice comes', () => {
  const before = makeCalendar(notices.filter(({ issuedOn }) => issuedOn < '2020-01-26'));
  const now = world('2020-01-24 09:00');
  test('names the clock, its run and limit, and both instants', () => {
    const runs = [
      aRun('2020-01-22 09:00', { limit: '10个工作日', promised: '1个工作日' }, { run: 2 }),
      aRun('2020-01-22 09:00', { limit: '10日' }),
      aRun('2020-01-22 09:00', { limit: '1个工作日' }),
    ];
    const moved = movedDues(runs, { ...now, calendar: before }, { ...now, calendar: official });
    expect(moved).toMatchObject([
      { clock: 'handle', run: 2, which: 'limit', was: { dueOn: '2020-02-11' }, is: { dueOn: '2020-02-13' } },
    ]);
  });

  test('is nothing where only certainty changes', () => {
    const calendar = makeCalendar(notices.filter(({ year }) => year <= 2023));
    const runs = [aRun('2024-03-04 09:00', { limit: '2个工作日' })];
    expect(movedDues(runs, { ...now, calendar }, now)).toEqual([]);
  });
});
