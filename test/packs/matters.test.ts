import { describe, expect, test } from 'vitest';
import { allMatterKinds, dueOf, kindRulesOf, ladderFor, matterKind } from '#engines/matters';
import { makeCalendar } from '#kernel/calendar';
import { todayInShanghai } from '#kernel/plain-date';
import { calendarSection, loadPack, packDirs, sectionOf } from '#pack';
import { packSections } from '../../apps/program/pack-sections.ts';
import { clockRuleFor } from '../../engines/matters/domain/kind-rules.ts';
import { matterFacts } from '../../engines/matters/domain/matter-facts.ts';
import { routeMatter } from '../../engines/matters/domain/route.ts';

const packs = {
  dalian: loadPack(packDirs('dalian'), packSections),
  lishui: loadPack(packDirs('lishui'), packSections),
};
type CityId = keyof typeof packs;
const cities = Object.entries(packs);

describe.each(cities)('%s', (_, pack) => {
  test('gives every clock of every kind a limit with its source, and a ladder', () => {
    for (const kind of allMatterKinds()) {
      const { clocks } = kindRulesOf(pack, kind.id);
      expect(Object.keys(clocks).toSorted()).toEqual(Object.keys(kind.clocks).toSorted());
      for (const { rule } of Object.values(clocks)) expect(rule.basis).toMatch(/平台默认值|^[A-Z]{2}\d\d-/);
      expect(ladderFor(pack, kind)?.levels.length).toBeGreaterThan(2);
    }
  });

  test('every rung says where it comes from, and every number without clause is the platform’s', () => {
    for (const kind of allMatterKinds())
      for (const { clause, basis } of ladderFor(pack, kind)?.rungs ?? [])
        expect(clause === undefined ? basis : clause).toMatch(
          clause === undefined ? /^平台默认值$/ : /^[A-Z]{2}\d\d-\d/,
        );
  });

  test('never closes with an answer worse than the middle of five', () =>
    expect(allMatterKinds().map(({ id }) => kindRulesOf(pack, id).satisfactionFloor)).toEqual(
      allMatterKinds().map(() => 3),
    ));
});

describe('a problem begins', () => {
  const levelOf = (city: CityId, given: Record<string, boolean>) => {
    const kind = matterKind('problem');
    const ladder = ladderFor(packs[city], kind);
    const route = ladder && routeMatter(ladder, matterFacts(kind, { given }));
    return route && [route.level, route.clause];
  };
  test.each([
    [{}, ['district', 'DL23-3.0'], ['at-once', 'LS20-14']],
    [{ needsCity: true }, ['vice-mayor', 'DL23-3.0'], ['adopting-leader', 'LS20-14，未写明的为平台默认值']],
    [
      { crossDistrict: true },
      ['executive-vice-mayor', 'DL23-3.0'],
      ['command', 'LS20-15，未写明的为平台默认值'],
    ],
    [
      { crossField: true },
      ['executive-vice-mayor', 'DL23-3.0'],
      ['command', 'LS20-15，未写明的为平台默认值'],
    ],
    [
      { needsCity: true, crossField: true },
      ['executive-vice-mayor', 'DL23-3.0'],
      ['command', 'LS20-15，未写明的为平台默认值'],
    ],
    [
      { grave: true, needsCity: true },
      ['mayor', 'DL23-3.0'],
      ['joint-meeting', 'LS20-08，未写明的为平台默认值'],
    ],
  ])('with %j on the level %j and %j', (given, first, second) => {
    expect(levelOf('dalian', given)).toEqual(first);
    expect(levelOf('lishui', given)).toEqual(second);
  });
});

describe('a clock that starts', () => {
  const due = (city: CityId, kind: string, clock: string, wall: string, given = {}) => {
    const pack = packs[city];
    const policy = kindRulesOf(pack, kind).clocks[clock];
    if (!policy) throw new Error(`${kind} has no ${clock}`);
    const startedAt = new Date(`${wall.replace(' ', 'T')}:00+08:00`);
    const rule = clockRuleFor(policy, matterFacts(matterKind(kind), { given }), todayInShanghai(startedAt));
    const calendar = makeCalendar(sectionOf(pack, calendarSection));
    const { dueAt } = dueOf(
      { clock, run: 1, rule, startedAt, pauses: [] },
      { calendar, excluded: [], asOf: startedAt },
    );
    return new Date(dueAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  };

  test.each([
    ['problem', 'accept', '2023-09-28 10:00', {}, '2023-10-08 23:59', '2023-09-28 17:30'],
    ['problem', 'accept', '2023-09-28 16:00', {}, '2023-10-08 23:59', '2023-10-07 17:30'],
    ['problem', 'handle', '2023-10-09 09:00', {}, '2023-10-23 23:59', '2023-10-16 23:59'],
    ['problem', 'handle', '2023-10-09 09:00', { crossField: true }, '2023-11-06 23:59', '2023-10-23 23:59'],
    ['hotline', 'handle', '2023-10-09 09:00', { urgent: true }, '2023-10-10 09:00', '2023-10-10 09:00'],
    [
      'hotline',
      'handle',
      '2023-10-09 09:00',
      { category: 'enquiry' },
      '2023-10-10 23:59',
      '2023-10-10 23:59',
    ],
    ['foreign-complaint', 'accept', '2023-10-09 09:00', {}, '2023-10-18 23:59', '2023-10-18 23:59'],
    ['foreign-complaint', 'handle', '2023-10-09 09:00', {}, '2024-01-02 23:59', '2024-01-02 23:59'],
    ['instruction', 'handle', '2023-10-09 09:00', { urgency: 'top' }, '2023-10-11 23:59', '2023-10-11 23:59'],
    ['task', 'handle', '2023-09-20 09:00', { dueDay: '2023-10-01' }, '2023-10-01 23:59', '2023-10-01 23:59'],
    ['commitment', 'report', '2023-10-09 09:00', {}, '2024-01-31 23:59', '2024-01-31 23:59'],
  ])('for %s %s at %s with %j', (kind, clock, wall, given, first, second) => {
    expect(due('dalian', kind, clock, wall, given)).toBe(first);
    expect(due('lishui', kind, clock, wall, given)).toBe(second);
  });
});

test('departments answer their own line in one city, in the other only what 12345 sends', () => {
  expect(cities.map(([, pack]) => kindRulesOf(pack, 'hotline').ownIntake)).toEqual([false, true]);
});
