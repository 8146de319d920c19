import { describe, expect, test } from 'vitest';
import type { Month } from '#kernel/month';
import { type KnownState, knownState, monthOfPartial, type Statement } from '../domain/known-state.ts';
import { yearDuty } from '../index.ts';

const building = { category: 'building', startedMonth: '2022-03' } as const;
const planned = { category: 'new-start', startedMonth: null } as const;

function said(month: Month, facts: Partial<Statement>): Statement {
  return { month, started: null, actualStart: null, entered: null, ...facts };
}

describe('what is known of start and entry at the end of June 2023', () => {
  const known = (started: boolean, startMonth: Month | null, entered: boolean | null = null): KnownState => ({
    started,
    startMonth,
    entered,
  });
  test.each<[string, typeof building | typeof planned, Statement[], KnownState]>([
    ['building is started by definition', building, [], known(true, '2022-03')],
    ['whatever a report says', building, [said('2023-05', { started: false })], known(true, '2022-03')],
    ['a silent new start is not started', planned, [], known(false, null)],
    [
      'started without a day: the first month that said so',
      planned,
      [said('2023-04', { started: true }), said('2023-05', { started: true })],
      known(true, '2023-04'),
    ],
    [
      'the actual day counts',
      planned,
      [said('2023-05', { started: true, actualStart: '2023-02-11' })],
      known(true, '2023-02'),
    ],
    [
      'a day after the month-end does not',
      planned,
      [said('2023-05', { started: true, actualStart: '2023-08' })],
      known(true, '2023-05'),
    ],
    [
      'a year only is its December',
      planned,
      [said('2023-05', { started: true, actualStart: '2023' })],
      known(true, '2023-05'),
    ],
    [
      'a silent month keeps what was known',
      planned,
      [said('2023-03', { started: true, entered: false }), said('2023-05', {})],
      known(true, '2023-03', false),
    ],
    [
      'withdrawn later',
      planned,
      [said('2023-03', { started: true, actualStart: '2023-03-01' }), said('2023-05', { started: false })],
      known(false, null),
    ],
    [
      'withdrawn, then started after all',
      planned,
      [
        said('2023-03', { started: true, actualStart: '2023-03-01' }),
        said('2023-04', { started: false }),
        said('2023-06', { started: true }),
      ],
      known(true, '2023-06'),
    ],
    [
      'a date beside 「未开工」 does not start it',
      planned,
      [said('2023-05', { started: false, actualStart: '2023-05-01' })],
      known(false, null),
    ],
    [
      'the latest word on entry stands',
      planned,
      [said('2023-03', { started: true, entered: true }), said('2023-06', { entered: false })],
      known(true, '2023-03', false),
    ],
    [
      'later months are not known yet',
      planned,
      [said('2023-07', { started: true, entered: true })],
      known(false, null),
    ],
    [
      'building without a known start: the first month that said so',
      { ...building, startedMonth: null } as never,
      [said('2023-02', { started: true })],
      known(true, '2023-02'),
    ],
  ])('%s', (_name, duty, statements, expected) => {
    expect(knownState(duty, statements, '2023-06')).toEqual(expected);
  });
});

test.each([
  ['2023', '2023-12'],
  ['2023-05', '2023-05'],
  ['2023-05-12', '2023-05'],
])('%s lies in %s', (date, month) => expect(monthOfPartial(date)).toBe(month));

describe('the duty that follows from the list of the year', () => {
  test.each<[string, string, string | null, string | null, object]>([
    [
      'building since a month',
      '在建',
      null,
      '2022-03',
      { category: 'building', owes: true, startedMonth: '2022-03' },
    ],
    ['building since a year', '在建', null, '2021', { category: 'building', startedMonth: '2021-12' }],
    [
      'building, nobody knows since when',
      '在建',
      null,
      null,
      { category: 'building', owes: true, startedMonth: null },
    ],
    [
      'planned for a month',
      '新开工',
      '2023-05',
      null,
      { category: 'new-start', owes: true, plannedStartMonth: '2023-05' },
    ],
    [
      'planned for a day',
      '新开工',
      '2023-05-20',
      null,
      { category: 'new-start', plannedStartMonth: '2023-05' },
    ],
    ['planned for the year only', '新开工', '2023', null, { category: 'new-start', plannedStartMonth: null }],
    [
      'planned for another year',
      '新开工',
      '2022-11',
      null,
      { category: 'new-start', plannedStartMonth: null },
    ],
    ['in preparation', '前期', '2023-05', null, { category: 'none', owes: false, reason: '前期' }],
  ])('%s', (_name, category, plannedStart, periodStart, expected) => {
    const duty = yearDuty({
      subjectId: 'x',
      year: 2023,
      fromMonth: '2023-01',
      category,
      plannedStart,
      periodStart,
    });
    expect(duty).toMatchObject({ subjectId: 'x', fromMonth: '2023-01', ...expected });
  });
});
