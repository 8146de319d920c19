import { describe, expect, test } from 'vitest';
import { filterIn, searchOf } from '../list/filter.ts';
import { filterSentence, statesOf } from '../list/filter-sentence.ts';

type Words = Parameters<typeof filterSentence>[1];
const lead = '01890000-0000-7000-8000-000000000001' as Words['organisations'][number]['orgId'];

const kinds = [
  {
    ...{ id: 'problem', name: '问题' },
    states: [
      { id: 'handling', name: '办理中', end: false },
      { id: 'closed', name: '已销号', end: true },
    ],
    ladder: { id: 'problems', name: '问题', levels: [{ id: 'mayor', name: '市长', clause: null }] },
  },
  {
    ...{ id: 'instruction', name: '批示' },
    states: [
      { id: 'handling', name: '办理中', end: false },
      { id: 'closed', name: '已办结', end: true },
    ],
    ladder: null,
  },
] as unknown as Words['kinds'];

const words: Words = {
  kinds,
  organisations: [{ orgId: lead, name: '市住建局', kind: 'department', mine: false }],
};

describe('the filter in the address', () => {
  test('shows what is open where nothing is said, and everything where that is said', () => {
    expect(filterIn('')).toEqual({ open: true });
    expect(filterIn('all').open).toBeUndefined();
    expect(searchOf({})).toBe('all');
    expect(searchOf({ open: undefined, page: 1 })).toBe('all');
  });

  test('comes back as it was written', () => {
    const filter = {
      ...{ kinds: ['problem', 'instruction'], states: ['handling'], levels: ['mayor'], lead },
      ...{ mine: 'raised', open: false, overdue: true, dueInDays: 0, openedMonth: '2026-11' },
      ...{ words: '用地 & 林地', page: 3 },
    } as const;
    const read = filterIn(searchOf(filter as never));
    expect(Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))).toEqual(
      filter,
    );
  });

  test('leaves out what does not read', () => {
    const read = filterIn('mine=theirs&open=perhaps&dueInDays=-1&openedMonth=2026-13&page=x');
    expect(Object.values(read).every((value) => value === undefined)).toBe(true);
  });
});

describe('the filter in one sentence', () => {
  test.each([
    [{}, '全部事项'],
    [{ open: true }, '未办结'],
    [{ kinds: ['problem', 'instruction'], lead, overdue: true }, '问题或批示 · 市住建局牵头 · 超期'],
    [{ kinds: ['problem'], states: ['closed'], open: false }, '问题 · 已销号 · 已办结'],
    [{ levels: ['mayor'], dueInDays: 0 }, '市长 · 今天到期'],
    [{ mine: 'lead', dueInDays: 3, words: '用地' }, '本单位牵头 · 3日内到期 · 含“用地”'],
    [{ openedMonth: '2026-09' }, '2026年9月提出'],
  ] as const)('%j reads %s', (filter, sentence) => {
    expect(filterSentence(filter as never, words)).toBe(sentence);
  });

  test('names a state as every kind names it', () => {
    expect(statesOf(words, undefined)).toEqual([
      { id: 'handling', name: '办理中' },
      { id: 'closed', name: '已销号、已办结' },
    ]);
    expect(statesOf(words, ['instruction'])[1]).toEqual({ id: 'closed', name: '已办结' });
  });
});
