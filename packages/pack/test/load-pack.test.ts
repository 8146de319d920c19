import Type from 'typebox';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal';
import { calendarSection } from '../calendar-section.ts';
import { checkPack, loadPack } from '../load-pack.ts';
import { cityPacks, packDirs } from '../pack-dirs.ts';
import { definePackSection, sectionOf } from '../pack-section.ts';
import { aCity, packFolder } from './pack-folder.ts';

const Colours = Type.Object({ colours: Type.Array(Type.String()), rule: Type.Optional(Type.Unknown()) });

const colours = definePackSection<readonly string[]>({
  id: 'colours',
  files: ['colours.yaml'],
  read(files) {
    const yaml = files.yaml('colours.yaml', Colours);
    if (yaml?.value.rule) files.checkCondition(yaml, ['rule'], yaml.value.rule, { fields: ['size'] });
    return files.result(yaml?.value.colours ?? []);
  },
  check: (value, pack) =>
    value.includes(pack.name)
      ? [{ file: 'colours.yaml', line: 1, message: '不能用市名', remedy: '请改名' }]
      : [],
});
const joined = definePackSection<readonly string[]>({
  ...colours,
  read: (files) => colours.read(files),
  merge: (lower, upper) => [...lower, ...upper],
});
const optional = definePackSection<readonly string[]>({
  ...colours,
  read: (files) => colours.read(files),
  empty: [],
});

const base = packFolder({ 'colours.yaml': 'colours: [红]\n' });
const city = packFolder({ 'city.yaml': aCity, 'colours.yaml': 'colours: [绿]\n' });
const bare = packFolder({ 'city.yaml': aCity });

describe('layers', () => {
  test('a pack knows its city', () => {
    expect(loadPack([base, city], [colours])).toMatchObject({
      id: 'tiny',
      cityId: 829900,
      name: '三川',
      keyPrefix: 'SC',
    });
  });

  test.each([
    ['the upper layer replaces the lower', [base, city], colours, ['绿']],
    ['a section that merges joins them', [base, city], joined, ['红', '绿']],
    ['what the city leaves out comes from below', [base, bare], colours, ['红']],
    ['what nobody has is empty where that is allowed', [bare], optional, []],
  ])('%s', (_, dirs, section, expected) =>
    expect(sectionOf(loadPack(dirs, [section]), section)).toEqual(expected),
  );

  test('a section that was not loaded is a defect', () => {
    expect(() => sectionOf(loadPack([bare], []), colours)).toThrow(/colours/);
  });
});

describe('what is wrong', () => {
  test('is refused on loading, with the first problem in the text', () => {
    const faulty = packFolder({
      'city.yaml': aCity.replace('829900', '三川'),
      'colours.yaml': 'colours: 红\n',
    });
    try {
      loadPack([faulty], [colours]);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      expect((error as Refusal).message).toMatch(/2处错误.*city\.yaml 第2行.*“cityId”的类型不对/);
    }
  });

  test.each([
    ['a missing file', [bare], /colours\.yaml 1 缺少这个文件/],
    ['a missing city file', [base], /city\.yaml 1 缺少这个文件/],
    [
      'a file nobody reads',
      [packFolder({ 'city.yaml': aCity, 'colours.yaml': 'colours: []\n', 'color.yaml': '' })],
      /color\.yaml 1 没有哪一部分/,
    ],
    [
      'a condition',
      [
        packFolder({
          'city.yaml': aCity,
          'colours.yaml': 'colours: []\nrule:\n  all:\n    - { field: sise, op: present }\n',
        }),
      ],
      /colours\.yaml 4 没有名为“sise”的字段/,
    ],
    [
      'what only the whole pack shows',
      [packFolder({ 'city.yaml': aCity, 'colours.yaml': 'colours: [三川]\n' })],
      /colours\.yaml 1 不能用市名/,
    ],
  ])('%s is named by file, line and remedy', (_, dirs, expected) => {
    const problems = checkPack(dirs, [colours]);
    expect(problems.map(({ file, line, message }) => `${file} ${line} ${message}`)).toEqual([
      expect.stringMatching(expected),
    ]);
    expect(problems[0]?.remedy).not.toBe('');
  });

  test('a file for readers is not asked about', () => {
    expect(checkPack([packFolder({ 'city.yaml': aCity, 'README.md': '说明' })], [])).toEqual([]);
  });
});

describe('calendar files', () => {
  const notice = (days: string, year = 2023) =>
    `year: ${year}\nnotices:\n  - document: 通知\n    issuedOn: 2022-12-08\n    days:\n${days}`;
  test.each([
    ['2023.yaml', notice('      - { day: 2023-02-30, rest: true, name: 节 }\n'), 6, /不是有效日期/],
    ['2023.yaml', notice('      - { day: 2025-01-01, rest: true, name: 节 }\n'), 6, /不在2023年前后/],
    ['2023.yaml', notice('      - { day: 2023-05-05, rest: false, name: 节 }\n'), 6, /本是工作日/],
    [
      '2024.yaml',
      notice('      - { day: 2023-05-06, rest: false, name: 节 }\n'),
      1,
      /文件名与年份2023不一致/,
    ],
  ])('%s is checked', (name, text, line, message) => {
    const dir = packFolder({ 'city.yaml': aCity, [`calendar/${name}`]: text });
    expect(checkPack([dir], [])).toMatchObject([{ line, message: expect.stringMatching(message) }]);
  });

  test('those of all layers count', () => {
    const lower = packFolder({
      'calendar/2023.yaml': notice('      - { day: 2023-01-01, rest: true, name: 节 }\n'),
    });
    const upper = packFolder({
      'city.yaml': aCity,
      'calendar/2024.yaml': notice('      - { day: 2024-01-01, rest: true, name: 节 }\n', 2024),
    });
    expect(sectionOf(loadPack([lower, upper], []), calendarSection).map((one) => one.year)).toEqual([
      2023, 2024,
    ]);
  });
});

describe('finding packs', () => {
  test('shipped cities stand on a shipped base', () => {
    expect(cityPacks().length).toBeGreaterThanOrEqual(2);
    for (const id of cityPacks()) {
      const dirs = packDirs(id);
      expect(dirs).toHaveLength(2);
      expect(dirs[1]?.endsWith(`/packs/${id}`)).toBe(true);
    }
  });

  test('a folder elsewhere may stand on a shipped base, or on none', () => {
    const extending = packFolder({ 'city.yaml': `${aCity}extends: china\n` });
    expect(packDirs(extending)).toEqual([expect.stringMatching(/\/packs\/china$/), extending]);
    expect(packDirs(bare)).toEqual([bare]);
  });
});
