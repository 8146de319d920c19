import { describe, expect, test } from 'vitest';
import { loadPack, packDirs, sectionOf } from '#pack';
import {
  daysLate,
  isOverdue,
  type MilestoneRule,
  type MilestoneState,
  milestoneLight,
} from '../domain/milestone.ts';
import { milestonesSection } from '../milestones-section.ts';

const rule = sectionOf(loadPack(packDirs('dalian'), [milestonesSection]), milestonesSection);
const lit: MilestoneRule = { ...rule, light: { ...rule.light, on: true } };

const planned = (month: MilestoneState['planned'], more: Partial<MilestoneState> = {}): MilestoneState => ({
  ...{ planned: month, doneOn: null, notNeeded: false },
  ...more,
});

describe('a formality planned for May', () => {
  test.each<[MilestoneState['doneOn'], `2023-${number}-${number}`, number, boolean]>([
    [null, '2023-05-31', 0, false],
    [null, '2023-06-01', 1, true],
    [null, '2023-06-30', 30, true],
    ['2023-05-20', '2023-06-30', 0, false],
    ['2023-06-10', '2023-06-30', 10, false],
  ])('done on %s is on %s %i days late, overdue: %s', (doneOn, today, days, overdue) => {
    const state = planned('2023-05', { doneOn });
    expect([daysLate(state, today), isOverdue(state, today)]).toEqual([days, overdue]);
  });
});

describe('the light of formalities', () => {
  test.each<[string, MilestoneState[], string]>([
    ['nothing late', [planned('2023-06'), planned('2023-07')], 'green'],
    ['late by a day', [planned('2023-05', { doneOn: '2023-05-01' }), planned('2023-05')], 'yellow'],
    ['late by a month', [planned('2023-04'), planned('2023-06')], 'red'],
    ['late, but not needed', [planned('2023-01', { notNeeded: true }), planned('2023-06')], 'green'],
    ['done late', [planned('2023-01', { doneOn: '2023-05-30' }), planned('2023-06')], 'green'],
    ['nothing planned', [planned(null), planned(null)], 'grey'],
    ['what is left unplanned', [planned('2023-01', { doneOn: '2023-01-30' }), planned(null)], 'grey'],
    ['all done', [planned('2023-01', { doneOn: '2023-01-30' })], 'green'],
  ])('%s: %s', (_, states, light) => expect(milestoneLight(lit, states, '2023-06-01')).toBe(light));

  test.each([
    [30, 'yellow'],
    [31, 'red'],
  ])('turns red on the %ith day exactly as the pack says: %s', (day, light) => {
    const today = day === 30 ? '2023-06-30' : '2023-07-01';
    expect(milestoneLight(lit, [planned('2023-05')], today)).toBe(light);
  });

  test('does not shine where the pack leaves it off, as both cities do', () => {
    for (const city of ['dalian', 'lishui']) {
      const own = sectionOf(loadPack(packDirs(city), [milestonesSection]), milestonesSection);
      expect(own.light.on).toBe(false);
      expect(milestoneLight(own, [planned('2020-01')], '2023-06-01')).toBeNull();
      expect(own.milestones.length).toBeGreaterThan(5);
    }
  });
});
