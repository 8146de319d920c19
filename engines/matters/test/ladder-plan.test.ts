import { describe, expect, test } from 'vitest';
import { ladderPlan } from '../domain/ladder-plan.ts';
import type { Matter } from '../domain/matter.ts';
import { aMatter, aRun, aWorld } from './a-clocked-matter.ts';
import { aLadder } from './a-ladder.ts';
import { at } from './clock-cases.ts';

const planned = (wall: string, change: Partial<Matter> = {}) =>
  ladderPlan(aLadder(), aMatter(change), aWorld(wall)).map(({ rung, state, firesOn, left }) =>
    [rung.id, state, firesOn, left].filter((one) => one !== undefined),
  );

describe('who hears next and when, of a matter due on 8 October 2023', () => {
  test('stands in the order of time, what waits for a count behind', () => {
    expect(planned('2023-10-07 10:00', { rungs: ['handle:1/soon'], bounces: 1 })).toEqual([
      ['late-1', 'coming', '2023-10-09'],
      ['late-3', 'coming', '2023-10-11'],
      ['late-10', 'coming', '2023-10-20'],
      ['soon', 'fired'],
      ['bounced-3', 'waits', 2],
      ['redone-2', 'waits', 2],
    ]);
  });

  test('shows as due what no sweep has met yet', () => {
    expect(planned('2023-10-09 00:01', { redos: 2 }).slice(0, 2)).toEqual([
      ['soon', 'due', '2023-09-28'],
      ['late-1', 'due', '2023-10-09'],
    ]);
    expect(planned('2023-10-09 00:01', { redos: 2 }).at(-1)).toEqual(['redone-2', 'due']);
  });

  test('has no day while the clock is paused, has ended or has not begun', () => {
    const pause = {
      from: at('2023-09-26 09:00'),
      kind: 'higher',
      reason: '等批复',
      approver: '发改委',
      plannedDays: 9,
    };
    const clocks = [[aRun({ pauses: [pause] })], [aRun({ endedAt: at('2023-09-26 09:00') })], []];
    for (const runs of clocks)
      expect(planned('2023-09-27 10:00', { clocks: runs }).slice(0, 4)).toEqual([
        ['soon', 'waits'],
        ['late-1', 'waits'],
        ['late-3', 'waits'],
        ['late-10', 'waits'],
      ]);
  });

  test('says which rungs only draft, for no machine presses a leader', () => {
    const plan = ladderPlan(aLadder(), aMatter(), aWorld('2023-10-07 10:00'));
    expect(plan.filter(({ drafts }) => drafts).map(({ rung }) => rung.id)).toEqual(['late-3', 'late-10']);
  });
});
