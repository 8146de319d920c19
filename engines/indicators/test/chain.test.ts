import { describe, expect, test } from 'vitest';
import type { Month } from '#kernel/month';
import { foldSteps, nextStep, type StepAct, type StepEntry, stepName } from '../domain/chain.ts';
import { joinDuty } from '../domain/joined-duty.ts';
import {
  areInOrder,
  monthsOfPeriod,
  periodName,
  periodOfMonth,
  proposedDays,
} from '../domain/period-days.ts';
import { plainReportingRules, type ReportingRules, type StepActor } from '../domain/reporting-rules.ts';
import type { SubjectDuty } from '../domain/subject.ts';

const steps = [
  { id: 'fill', name: '填报', by: 'filler', dueDay: 3 },
  { id: 'district', name: '区县审核', by: 'district', dueDay: 5 },
  { id: 'department', name: '行业部门审核', by: 'department', dueDay: 7 },
  { id: 'verify', name: '市级核定', by: 'coordinator', dueDay: 9 },
] as const;
const rules: ReportingRules = { ...plainReportingRules, steps };

describe('the next step', () => {
  test.each<[string, StepActor[], string]>([
    ['fill', ['district', 'department'], 'district'],
    ['fill', ['department'], 'department'],
    ['fill', [], 'verify'],
    ['district', ['district', 'department'], 'department'],
    ['district', ['district'], 'verify'],
    ['department', ['district', 'department'], 'verify'],
    ['verify', ['district', 'department'], 'verified'],
    ['a step of an earlier pack', ['district', 'department'], 'verify'],
  ])('after %s, where %j can act, is %s', (from, acting, next) => {
    expect(nextStep(steps, from, (by) => acting.includes(by))).toBe(next);
  });

  test('has a name people read, also where the pack no longer knows it', () => {
    expect(['fill', 'verified', 'gone'].map((id) => stepName(steps, id))).toEqual(['填报', '已核定', 'gone']);
  });
});

describe('the log of a row tells', () => {
  const entry = (act: StepAct, name: string, toState: string): StepEntry => ({
    ...{ entryId: name, subjectId: 's', month: '2023-05', act, step: '', toState, reportNumber: 1 },
    ...{ accountId: name, personId: null, name, onBehalfOf: null, reason: act === 'return' ? '请核' : null },
    at: new Date(0),
  });
  const submit = entry('submit', '填报人', 'district');
  const pass = entry('pass', '区县', 'verify');
  const back = entry('return', '市级', 'fill');
  const again = entry('submit', '填报人', 'district');
  const verify = entry('verify', '市级', 'verified');
  const ask = entry('ask-correction', '填报人', 'verified');

  test.each<[string, StepEntry[], string | undefined, string[], boolean]>([
    ['nothing of an untouched one', [], undefined, [], false],
    ['that it was reported', [submit], 'district', [], false],
    ['who passed it', [submit, pass], 'verify', ['区县'], false],
    ['that it came back, and nobody’s pass holds', [submit, pass, back], 'fill', [], true],
    ['that the answer starts anew', [submit, pass, back, again], 'district', [], false],
    ['all who reviewed in order', [submit, pass, verify], 'verified', ['区县', '市级'], false],
    ['no change by a mere request', [submit, verify, ask], 'verified', ['市级'], false],
  ])('%s', (_what, entries, state, reviewers, isReturned) => {
    const told = foldSteps(entries);
    expect(told.state).toBe(state);
    expect(told.reviews.map(({ name }) => name)).toEqual(reviewers);
    expect(told.returned !== undefined).toBe(isReturned);
  });
});

describe('the days of a period', () => {
  test.each<[string, Partial<ReportingRules>, Month, string[]]>([
    [
      'lie in the next month',
      {},
      '2023-05',
      ['2023-05-25', '2023-06-03', '2023-06-05', '2023-06-07', '2023-06-09', '2023-06-12'],
    ],
    [
      'never leave their month',
      { openingDay: 31, lockDay: 31 },
      '2023-02',
      ['2023-02-28', '2023-03-03', '2023-03-05', '2023-03-07', '2023-03-09', '2023-03-31'],
    ],
    [
      'may be others for one month of the year',
      { exceptions: [{ month: 12, due: { fill: 2, verify: 8 }, lockDay: 9 }] },
      '2023-12',
      ['2023-12-25', '2024-01-02', '2024-01-05', '2024-01-07', '2024-01-08', '2024-01-09'],
    ],
  ])('%s', (_what, more, month, expected) => {
    const { opensOn, steps: due, lockOn } = proposedDays({ ...rules, ...more }, month);
    expect([opensOn, ...due.map(({ dueOn }) => dueOn), lockOn]).toEqual(expected);
  });

  test('follow upon each other', () => {
    const days = proposedDays(rules, '2023-05');
    expect(areInOrder(days)).toBe(true);
    expect(areInOrder({ ...days, opensOn: '2023-06-04' })).toBe(false);
    expect(areInOrder({ ...days, lockOn: '2023-06-08' })).toBe(false);
  });
});

describe('January and February reported together', () => {
  const joined: ReportingRules = { ...rules, joined: [[1, 2]] };

  test.each<[Month, Month[], Month]>([
    ['2023-01', [], '2023-02'],
    ['2023-02', ['2023-01', '2023-02'], '2023-02'],
    ['2023-03', ['2023-03'], '2023-03'],
  ])('%s stands for %j', (month, months, period) => {
    expect(monthsOfPeriod(joined, month)).toEqual(months);
    expect(periodOfMonth(joined, month)).toBe(period);
  });

  test.each<[string, Partial<SubjectDuty>, [Month, boolean, string | undefined][]]>([
    [
      'in January',
      {},
      [
        ['2023-01', false, '与2月合并填报'],
        ['2023-02', true, undefined],
      ],
    ],
    ['in February', { fromMonth: '2023-02' }, [['2023-02', true, undefined]]],
    [
      'as nothing',
      { owes: false, reason: '暂停' },
      [
        ['2023-01', false, '暂停'],
        ['2023-02', false, '暂停'],
      ],
    ],
  ])('owe one report where the duty begins %s', (_when, more, expected) => {
    const duty = { subjectId: 's', fromMonth: '2023-01', category: 'building', owes: true, ...more } as const;
    const stated = joinDuty(joined, duty);
    expect(stated.map(({ fromMonth, owes, reason }) => [fromMonth, owes, reason])).toEqual(expected);
  });

  test('are named by both', () => {
    expect(periodName(monthsOfPeriod(joined, '2023-02'))).toBe('2023年1—2月');
    expect(periodName(['2023-09'])).toBe('2023年9月');
  });
});
