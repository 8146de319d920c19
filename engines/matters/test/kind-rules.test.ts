import { describe, expect, test } from 'vitest';
import { dueOf } from '../domain/clock.ts';
import type { ClockRule } from '../domain/clock-rule.ts';
import { type ClockPolicy, clockRuleFor } from '../domain/kind-rules.ts';
import { aWorld, fiveDays } from './a-clocked-matter.ts';
import { at } from './clock-cases.ts';

const quick: ClockRule = { ...fiveDays, limit: { amount: 24, unit: 'hour' } };
const tenDays: ClockRule = { ...fiveDays, limit: { amount: 10, unit: 'working-day' } };
const policy: ClockPolicy = {
  rule: { ...fiveDays, cutOff: '15:00', countsFirstDay: true },
  until: 'dueDay',
  cases: [
    { when: { field: 'urgent', op: 'eq', value: true }, rule: quick },
    { when: { field: 'category', op: 'in', value: ['complaint'] }, rule: tenDays },
  ],
};

describe('the limit a clock starts with', () => {
  test.each([
    ['what meets no case', {}, policy.rule.limit],
    ['a category of its own', { category: 'complaint' }, tenDays.limit],
    ['the first case that is met', { urgent: true, category: 'complaint' }, quick.limit],
    ['a day that is no day', { dueDay: 'soon' }, policy.rule.limit],
  ])('of %s', (_, facts, limit) => expect(clockRuleFor(policy, facts, '2023-09-25').limit).toEqual(limit));

  test.each([
    ['2023-09-25 09:00', '2023-10-20'],
    ['2023-09-25 23:30', '2023-10-20'],
    ['2023-09-25 09:00', '2023-09-25'],
    ['2023-09-29 09:00', '2023-10-06'],
  ])('of what starts at %s and has the day %s ends with that very day', (start, dueDay) => {
    const rule = clockRuleFor(policy, { dueDay }, start.slice(0, 10) as '2023-09-25');
    const run = { clock: 'handle', run: 1, rule, startedAt: at(start), pauses: [] };
    expect(dueOf(run, aWorld(start))).toMatchObject({ dueOn: dueDay, provisional: false });
    expect(rule.basis).toContain(dueDay);
  });

  test('of a day already gone is today', () => {
    const rule = clockRuleFor(policy, { dueDay: '2023-09-01' }, '2023-09-25');
    expect(rule.limit).toEqual({ amount: 0, unit: 'day' });
  });
});
