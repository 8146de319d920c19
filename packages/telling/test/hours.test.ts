import { describe, expect, test } from 'vitest';
import { nextAttempt } from '../back-off.ts';
import { afterQuiet, nextHour } from '../hours.ts';
import { messageIdOf } from '../message-id.ts';
import { outwardRows } from '../outward-rows.ts';

/** An instant by the clock of Shanghai. */
const at = (time: string, day = '2023-05-08') => new Date(`${day}T${time}:00+08:00`);

describe('the quiet hours', () => {
  const night = { quietFrom: 22, quietTo: 7 };
  const noon = { quietFrom: 12, quietTo: 14 };
  test.each([
    ['21:59', night, at('21:59')],
    ['22:00', night, at('07:00', '2023-05-09')],
    ['23:30', night, at('07:00', '2023-05-09')],
    ['00:00', night, at('07:00')],
    ['06:59', night, at('07:00')],
    ['07:00', night, at('07:00')],
    ['12:00', noon, at('14:00')],
    ['14:00', noon, at('14:00')],
    ['03:00', { quietFrom: 0, quietTo: 0 }, at('03:00')],
  ])('let what comes at %s out of %j at the right time', (time, hours, out) => {
    expect(afterQuiet(at(time), hours)).toEqual(out);
  });
});

test.each([
  ['07:30', at('08:00')],
  ['08:00', at('08:00')],
  ['08:01', at('08:00', '2023-05-09')],
])('after %s the hour of eight begins when it should', (time, next) => {
  expect(nextHour(at(time), 8)).toEqual(next);
});

test('attempts come ever later, and end', () => {
  const minutes = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => {
    const next = nextAttempt(n, at('09:00'));
    return next && (next.getTime() - at('09:00').getTime()) / 60_000;
  });
  expect(minutes).toEqual([1, 5, 15, 60, 180, 360, 720, undefined]);
});

test('an id differs by city, key, account and channel, and by nothing else', () => {
  const ids = [
    messageIdOf(1, 'k', 'a', 'c'),
    messageIdOf(2, 'k', 'a', 'c'),
    messageIdOf(1, 'k2', 'a', 'c'),
    messageIdOf(1, 'k', 'b', 'c'),
    messageIdOf(1, 'k', null, 'c'),
    messageIdOf(1, 'k', 'a', 'c2'),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  expect(messageIdOf(1, 'k', 'a', 'c')).toBe(ids[0]);
  expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
});

describe('what leaves', () => {
  const choice = {
    accountId: 'a',
    channels: ['mail'],
    muted: ['test.news'],
    digest: false,
    digestHour: 8,
    quietFrom: 22,
    quietTo: 7,
  };
  const said = { cityId: 1, key: 'k', kind: 'test.reminder', urgency: 'normal', at: at('23:00') } as const;
  const morningAfter = at('07:00', '2023-05-09');
  test.each([
    ['in the night waits for the morning', {}, {}, [[false, morningAfter]]],
    ['but what is urgent does not', { urgency: 'urgent' }, {}, [[false, at('23:00')]]],
    ['with a digest waits for its hour', {}, { digest: true }, [[true, at('08:00', '2023-05-09')]]],
    ['but what is urgent goes by itself', { urgency: 'urgent' }, { digest: true }, [[false, at('23:00')]]],
    ['of a muted kind stays inside', { kind: 'test.news' }, {}, []],
    ['stays inside where no channel was chosen', {}, { channels: [] }, []],
  ] as const)('%s', (_title, more, chosen, rows) => {
    const made = outwardRows({ ...said, ...more }, [{ ...choice, ...chosen }], []);
    expect(made.map(({ digest, nextAt }) => [digest, nextAt])).toEqual(rows);
  });

  test('to a group leaves once for all, outside its quiet hours', () => {
    const group = { channelId: 'robot', quietFrom: 22, quietTo: 7 };
    const [row, ...others] = outwardRows(said, [], [group]);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ accountId: null, channelId: 'robot', nextAt: morningAfter });
  });
});
