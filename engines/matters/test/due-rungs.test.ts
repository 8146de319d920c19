import { describe, expect, test } from 'vitest';
import { dueRungs } from '../domain/due-rungs.ts';
import type { Matter } from '../domain/matter.ts';
import { aMatter, aRun, aWorld } from './a-clocked-matter.ts';
import { aLadder } from './a-ladder.ts';
import { at } from './clock-cases.ts';

const ladder = aLadder();
const swept = (wall: string, change: Partial<Matter> = {}) => {
  const { due, nextAt } = dueRungs(ladder, aMatter(change), aWorld(wall));
  return { due: due.map(({ rung }) => rung.id), nextAt };
};
const soon = ['handle:1/soon'];

describe('a matter due at the end of 8 October 2023, a working Sunday', () => {
  test.each([
    ['2023-09-27 23:59', [], '2023-09-28 00:00'],
    ['2023-09-28 00:00', ['soon'], '2023-10-09 00:00'],
    ['2023-10-08 23:59', ['soon'], '2023-10-09 00:00'],
    ['2023-10-09 00:00', ['soon', 'late-1'], '2023-10-11 00:00'],
    ['2023-10-11 00:00', ['soon', 'late-1', 'late-3'], '2023-10-20 00:00'],
    ['2023-10-20 00:00', ['soon', 'late-1', 'late-3', 'late-10'], undefined],
  ])('has as of %s the rungs %j, and the next at %s', (wall, due, next) => {
    const found = swept(wall);
    expect(found).toEqual({ due, nextAt: next === undefined ? undefined : at(next) });
  });

  test('does not tell again what was told', () => {
    expect(swept('2023-10-09 10:00', { rungs: [...soon, 'handle:1/late-1'] }).due).toEqual([]);
  });

  test('tells again in the next run, for the run has its own rungs', () => {
    const clocks = [aRun({ endedAt: at('2023-09-26 12:00') }), aRun({ run: 2 })];
    expect(swept('2023-10-09 10:00', { clocks, rungs: [...soon, 'handle:1/late-1'] }).due).toEqual([
      'soon',
      'late-1',
    ]);
  });

  test('has no rung of a run that ended, even one whose time had come before', () => {
    const clocks = [aRun({ endedAt: at('2023-10-12 09:00') })];
    expect(swept('2023-10-12 10:00', { clocks })).toEqual({ due: [], nextAt: undefined });
  });

  test('has none once it is closed', () => {
    const closed = { bounces: 5, closedAt: at('2023-10-12 09:00'), clocks: [] };
    expect(swept('2023-10-12 10:00', closed)).toEqual({ due: [], nextAt: undefined });
  });
});

describe('a paused clock', () => {
  const pause = { kind: 'higher', reason: '等批复', approver: '发改委', plannedDays: 9 };
  const from = at('2023-10-10 09:00');

  test('fires nothing and has no next instant', () => {
    const clocks = [aRun({ pauses: [{ ...pause, from }] })];
    expect(swept('2023-10-16 09:00', { clocks })).toEqual({ due: [], nextAt: undefined });
  });

  test('resumed on the 13th, counts its days overdue without the four it stood still', () => {
    const clocks = [aRun({ pauses: [{ ...pause, from, to: at('2023-10-13 09:00') }] })];
    expect(swept('2023-10-16 23:59', { clocks, rungs: [...soon, 'handle:1/late-1'] })).toEqual({
      due: [],
      nextAt: at('2023-10-17 00:00'),
    });
  });
});

describe('days declared not to count', () => {
  test('move the rungs with the due day', () => {
    const excluded = [{ from: '2023-10-07', to: '2023-10-09', document: '通知', reason: '疫情' }] as const;
    const world = { ...aWorld('2023-10-11 12:00'), excluded };
    expect(dueRungs(ladder, aMatter({ rungs: soon }), world)).toEqual({
      due: [],
      nextAt: at('2023-10-12 00:00'),
    });
  });
});

describe('counters', () => {
  test.each([
    [{ bounces: 2 }, []],
    [{ bounces: 3 }, ['bounced-3']],
    [{ bounces: 4 }, ['bounced-3']],
    [{ bounces: 4, rungs: ['bounces:3/bounced-3'] }, []],
    [{ redos: 2, bounces: 3 }, ['bounced-3', 'redone-2']],
  ])('%j fires %j', (change, due) => expect(swept('2023-09-25 10:00', change).due).toEqual(due));
});

describe('after the program stood still', () => {
  const acting = (wall: string, change: Partial<Matter> = {}) =>
    dueRungs(ladder, aMatter(change), aWorld(wall)).due.map(({ rung, acts, raiseTo }) => [
      rung.id,
      acts,
      raiseTo,
    ]);

  test('every missed rung is recorded, the reminder of a day gone by and the lower raise act no more', () => {
    expect(acting('2023-10-23 09:00')).toEqual([
      ['soon', false, undefined],
      ['late-1', true, undefined],
      ['late-3', false, undefined],
      ['late-10', true, 'mayor'],
    ]);
  });

  test('a rung below where the matter stands tells, and raises nothing', () => {
    expect(acting('2023-10-12 09:00', { level: 'executive', rungs: soon })).toEqual([
      ['late-1', true, undefined],
      ['late-3', true, undefined],
    ]);
  });

  test('of two raises to one level one acts', () => {
    const raising = acting('2023-10-12 09:00', { bounces: 3 }).filter(([, , raiseTo]) => raiseTo);
    expect(raising).toEqual([['bounced-3', true, 'vice-mayor']]);
  });
});
