import { describe, expect, test } from 'vitest';
import { makeCalendar } from '#kernel/calendar';
import { isNewlyRed, isWorseTwice, type ProjectCourse } from '../domain/agenda.ts';
import type { Cadence } from '../domain/cadence.ts';
import { commentWindow } from '../domain/comment-window.ts';
import { decisionStanding } from '../domain/decision-standing.ts';
import { leftOn } from '../domain/left-of.ts';
import { occurrencesIn } from '../domain/occurrences.ts';
import { decisionText, printMinutes } from '../domain/print-minutes.ts';
import { openScope } from '../domain/scope.ts';
import { whenWords } from '../domain/when-words.ts';

const rest = (day: `${number}-${number}-${number}`, name: string) => ({ day, rest: true, name });
const work = (day: `${number}-${number}-${number}`, name: string) => ({ day, rest: false, name });
/** The week of National Day 2023 with its make-up days. */
const autumn = makeCalendar([
  {
    ...{ year: 2023, document: '放假通知', issuedOn: '2022-12-08' },
    days: [
      ...['2023-09-29', '2023-09-30'].map((day) => rest(day as '2023-09-29', '中秋节')),
      ...['01', '02', '03', '04', '05', '06'].map((day) => rest(`2023-10-${day}` as '2023-10-01', '国庆节')),
      ...['2023-10-07', '2023-10-08'].map((day) => work(day as '2023-10-07', '国庆节')),
    ],
  },
]);

const october = { from: '2023-10-01', to: '2023-10-31' } as const;
type When = Pick<Cadence, 'every' | 'on'>;

describe('the days of a cadence in October 2023', () => {
  test.each<[string, When, string[]]>([
    ['按需召开', { on: {} }, []],
    ['每月第10个工作日', { every: 'month', on: { workday: 10 } }, ['2023-10-18']],
    ['每月4日', { every: 'month', on: { day: 4 } }, ['2023-10-07 国庆节']],
    ['每月第4个周三', { every: 'month', on: { weekday: 3, nth: 4 } }, ['2023-10-25']],
    ['每季度第1个月15日', { every: 'quarter', on: { month: 1, day: 15 } }, ['2023-10-16 周末']],
    ['每季度第2个月第1个工作日', { every: 'quarter', on: { month: 2, workday: 1 } }, []],
    ['每旬第5天', { every: 'xun', on: { day: 5 } }, ['2023-10-07 国庆节', '2023-10-16 周末', '2023-10-25']],
    [
      '每周五',
      { every: 'week', on: { weekday: 5 } },
      ['2023-10-07 国庆节', '2023-10-13', '2023-10-20', '2023-10-27'],
    ],
  ])('%s', (words, when, days) => {
    const found = occurrencesIn(when, october, autumn);
    expect(found.map(({ day, moved }) => [day, moved].filter(Boolean).join(' '))).toEqual(days);
    expect(whenWords(when)).toBe(words);
  });

  test('a year without a notice is foreseen provisionally', () => {
    const span = { from: '2024-10-01', to: '2024-10-31' } as const;
    const [one] = occurrencesIn({ every: 'month', on: { day: 3 } }, span, autumn);
    expect(one).toMatchObject({ day: '2024-10-03', moved: null, provisional: true });
  });
});

test('comments are counted back in working days from the day of the meeting', () => {
  expect(commentWindow({ opens: 5, closes: 1 }, '2023-10-11', autumn)).toEqual({
    ...{ from: '2023-09-28', to: '2023-10-10' },
  });
});

const course = (lights: ProjectCourse['lights'], figures: readonly ([number, number] | null)[]) => ({
  ...{ projectId: 'p', lights },
  figures: figures.map((one) => one && { planFen: BigInt(one[0]), actualFen: BigInt(one[1]) }),
});

describe('what is proposed of projects', () => {
  test.each([
    [['red', 'yellow'], true],
    [['red', 'grey'], true],
    [['red', null], true],
    [['red', 'red'], false],
    [['yellow', 'green'], false],
    [['grey', 'red'], false],
  ] as const)('%j: newly red is %s', (lights, expected) => {
    expect(isNewlyRed(course(lights, []))).toBe(expected);
  });

  test.each<[string, ProjectCourse['lights'], readonly ([number, number] | null)[], boolean]>([
    [
      '90, 80, 70 of a hundred',
      ['yellow'],
      [
        [100, 70],
        [100, 80],
        [100, 90],
      ],
      true,
    ],
    [
      'shares are compared, not amounts',
      ['red'],
      [
        [300, 210],
        [200, 150],
        [100, 80],
      ],
      true,
    ],
    [
      'fell, then stood',
      ['yellow'],
      [
        [100, 80],
        [100, 80],
        [100, 90],
      ],
      false,
    ],
    [
      'fell, but is on schedule',
      ['green'],
      [
        [100, 97],
        [100, 98],
        [100, 99],
      ],
      false,
    ],
    ['a month without a report is not worse', ['red'], [[100, 70], null, [100, 90]], false],
    [
      'a plan of nothing has no share',
      ['red'],
      [
        [100, 70],
        [100, 80],
        [0, 0],
      ],
      false,
    ],
    [
      'not reported now',
      ['grey'],
      [
        [100, 70],
        [100, 80],
        [100, 90],
      ],
      false,
    ],
  ])('worse twice: %s', (_name, lights, figures, expected) => {
    expect(isWorseTwice(course(lights, figures))).toBe(expected);
  });

  test('a project outside the scope, or of which the fact is not known, is not brought in', () => {
    const asks = openScope({ field: 'totalFen', op: 'gte', value: '10亿元' });
    const facts = { stage: 'building', category: '在建', lists: [], districtCount: 1 };
    expect(asks({ ...facts, totalFen: 100_000_000_000n })).toBe(true);
    expect(asks({ ...facts, totalFen: 99_999_999_999n })).toBe(false);
    expect(asks({ ...facts, totalFen: null })).toBe(false);
  });
});

describe('where a decision stands on 20 September', () => {
  const at = (instant: string) => new Date(instant);
  test.each([
    ['noted', null, undefined, false, 0],
    ['running', '2023-09-20', { state: 'handling', closedAt: null }, false, 0],
    ['overdue', '2023-09-18', { state: 'handling', closedAt: null }, false, 2],
    ['reported', '2023-09-25', { state: 'reported', closedAt: null }, false, 0],
    ['overdue', '2023-09-19', { state: 'reported', closedAt: null }, false, 1],
    ['on-time', '2023-09-18', { state: 'closed', closedAt: at('2023-09-18T15:59:00Z') }, false, 0],
    ['late', '2023-09-18', { state: 'closed', closedAt: at('2023-09-18T16:01:00Z') }, false, 1],
    ['dropped', '2023-09-18', { state: 'cancelled', closedAt: at('2023-09-19T01:00:00Z') }, false, 0],
    ['dropped', '2023-09-18', { state: 'handling', closedAt: null }, true, 0],
  ] as const)('%s, due %s', (standing, dueOn, task, withdrawn, daysLate) => {
    expect(decisionStanding({ dueOn, withdrawn }, task, '2023-09-20')).toEqual({ standing, daysLate });
  });

  test.each([
    ['2023-09-18', false, '超期 2 天', true],
    ['2023-09-20', false, '今天到期', false],
    ['2023-09-23', false, '还有 3 天', false],
    [null, true, '已暂停计时', false],
    [null, false, '没有在计时', false],
  ] as const)('a clock due %s (paused: %s) reads %s', (dueOn, paused, left, late) => {
    expect(leftOn({ dueOn, paused }, '2023-09-20')).toEqual({ left, late });
  });
});

describe('minutes', () => {
  const decision = {
    text: '月底前完成征收。',
    lead: '甲区',
    support: ['市自然资源局'],
    dueOn: '2023-09-30' as const,
  };
  const facts = {
    ...{ title: '月调度', heldOn: '2023-09-14' as const, heldAt: null, place: '', chair: '分管副市长' },
    ...{ present: '甲区', absent: '乙区', closed: true, issuer: '市政府办公室' },
    items: [
      { title: '议题一', decisions: [decision] },
      { title: '没有议定的议题', decisions: [] },
    ],
    others: [{ text: '原则同意下一步安排', lead: null, support: [], dueOn: null }],
  };

  test('number the decisions through, say who does what until when, and who was there; they draw no red head', () => {
    const document = printMinutes(facts);
    expect(document).toMatchObject({ title: '月调度纪要', signature: { issuer: '市政府办公室' } });
    expect(document.head).toBeUndefined();
    expect(document.mark).toBeUndefined();
    expect(document.body.map((block) => ('text' in block ? block.text : ''))).toEqual([
      '2023年9月14日，分管副市长主持召开月调度，研究2项议题。会议议定事项如下：',
      '议题一',
      '1.月底前完成征收。（甲区牵头，市自然资源局配合，2023年9月30日前完成）',
      '其他事项',
      '2.原则同意下一步安排。',
      '出席：甲区',
      '请假：乙区',
    ]);
  });

  test('not closed yet bear a mark on every page; nothing decided is said', () => {
    const document = printMinutes({ ...facts, closed: false, items: [], others: [] });
    expect(document.mark).toBe('未定稿');
    expect(document.body.some((block) => 'text' in block && block.text.startsWith('会议没有议定'))).toBe(
      true,
    );
    expect(decisionText({ ...decision, lead: null })).toBe('月底前完成征收。');
  });
});
