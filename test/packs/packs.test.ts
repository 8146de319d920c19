import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  listsSection,
  normalName,
  organisationsSection,
  responsibilitiesSection,
  stagesSection,
  tilesSection,
} from '#engines/registry';
import { checkPack, cityPacks, loadPack, packDirs, problemText, sectionOf, shippedPacks } from '#pack';
import { packSections } from '../../apps/program/pack-sections.ts';

const root = join(import.meta.dirname, '../..');
const tiny = join(import.meta.dirname, 'tiny');
const mission = join(root, '../shared/mission/requirements.md');
const aliases = join(root, '../shared/data/workbooks/aliases.json');

const sections = packSections;
const problemsOf = (dirs: readonly string[]) => checkPack(dirs, sections);

describe.each([...cityPacks(), tiny])('the pack %s', (id) => {
  test('has no problem', () => expect(problemsOf(packDirs(id)).map(problemText)).toEqual([]));

  const pack = loadPack(packDirs(id), sections);
  const { organisations, groups } = sectionOf(pack, organisationsSection);
  const areas = organisations.filter((one) => one.kind === 'district' || one.kind === 'zone');

  test('places every district and zone on exactly one tile, and nothing else', () => {
    const placed = sectionOf(pack, tilesSection).tiles.map((tile) => tile.org);
    expect(placed.toSorted()).toEqual(areas.map((one) => one.id).toSorted());
  });

  test('gives the city itself the number of the pack', () => {
    const cities = organisations.filter((one) => one.kind === 'city');
    expect(cities.map((one) => one.code)).toEqual([String(pack.cityId)]);
    for (const { code } of areas) if (code) expect(code.slice(0, 4)).toBe(String(pack.cityId).slice(0, 4));
  });

  test('names one coordinating unit', () => {
    expect(groups.find((one) => one.id === 'coordinator')?.members).toHaveLength(1);
  });

  test('explains every rule of a list, and the stage each category begins at', () => {
    const { lists } = sectionOf(pack, listsSection);
    expect(lists.filter((list) => !list.ruleText)).toEqual([]);
    const { stages, categories } = sectionOf(pack, stagesSection);
    const known = stages.map((stage) => stage.id);
    for (const category of ['在建', '新开工', '前期']) expect(known).toContain(categories[category]);
  });
});

const clausesOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .flatMap((path) => [...readFileSync(join(dir, path), 'utf8').matchAll(/clause: ([^\s,}]+)/g)])
    .map((match) => match[1] ?? '');

describe('clauses', () => {
  const clauses = [...new Set([...clausesOf(shippedPacks), ...clausesOf(tiny)])];
  test('are written document, year, number', () => {
    expect(clauses.length).toBeGreaterThan(10);
    for (const clause of clauses) expect(clause).toMatch(/^[A-Z]{2}\d{2}-(\d{1,2}(\.\d)?[a-z]?|C)$/);
  });

  test.skipIf(!existsSync(mission))('exist (needs ../shared/mission/requirements.md)', () => {
    const text = readFileSync(mission, 'utf8');
    const named = clausesOf(shippedPacks).filter(
      (clause) => !new RegExp(`${clause.replace('.', '\\.')}\\b|${clause}[a-z]`).test(text),
    );
    expect(named).toEqual([]);
  });
});

type Aliases = {
  cities: Record<
    string,
    { districts: Record<string, { code: string | null; name: string }>; departments: Record<string, string> }
  >;
  lists: Record<string, string>;
};

describe.skipIf(!existsSync(aliases))('other spellings (needs ../shared/data/workbooks/aliases.json)', () => {
  const read = existsSync(aliases) ? (JSON.parse(readFileSync(aliases, 'utf8')) as Aliases) : undefined;
  test.each(cityPacks())('%s knows every one, and to whom it belongs', (id) => {
    const pack = loadPack(packDirs(id), sections);
    const { organisations } = sectionOf(pack, organisationsSection);
    const find = (spelling: string) =>
      organisations.find((one) =>
        [one.name, ...one.aliases].some((alias) => normalName(alias) === normalName(spelling)),
      );
    const city = read?.cities[pack.cityId];
    expect(Object.keys(city?.districts ?? {}).length).toBeGreaterThan(10);
    for (const [spelling, { code, name }] of Object.entries(city?.districts ?? {})) {
      expect(find(spelling), spelling).toMatchObject({ code, name });
      expect(['city', 'district', 'zone']).toContain(find(spelling)?.kind);
    }
    for (const [spelling, name] of Object.entries(city?.departments ?? {})) {
      expect(find(spelling)?.name, spelling).toBe(name);
    }
  });

  test('the lists are known by short and long name in every city', () => {
    const packs = cityPacks().map((id) => sectionOf(loadPack(packDirs(id), sections), listsSection).lists);
    for (const [short, name] of Object.entries(read?.lists ?? {})) {
      const named = packs.map((lists) => lists.find((list) => list.name === name)?.shortName);
      expect(new Set(named)).toEqual(new Set([short]));
    }
  });
});

describe('errors planted in a copy of the tiny city are named by file, line and remedy', () => {
  const cases: [string, string, string, number, RegExp, RegExp][] = [
    ['organisations.csv', 'west,district', 'east,district', 4, /id“east”重复/, /没有用过的 id/],
    ['organisations.csv', '西川;西川县', '西川;东川', 4, /“东川”已是“东川区”/, /删去其中一处/],
    ['organisations.csv', '港区,city', '港区,citty', 5, /上级单位“citty”不在单位表里/, /已有的 id/],
    ['organisations.csv', 'id,kind,code', 'id,kinds,code', 1, /表头缺少“kind”列/, /补上/],
    ['groups.csv', 'planning,10', 'plan,10', 2, /成员“plan”不在单位表里/, /已有的 id/],
    ['tiles.csv', 'harbour,2,2', 'harbour,2,1', 4, /占了同一格/, /空着的行列/],
    ['tiles.csv', 'west,1,1', 'north,1,1', 2, /“north”不在单位表里/, /已有的 id/],
    ['lists.yaml', 'field: totalFen', 'field: total', 7, /没有名为“total”的字段/, /totalFen/],
    ['lists.yaml', 'op: gte', 'op: atleast', 7, /没有“atleast”这种比较/, /gte/],
    [
      'lists.yaml',
      'clause: SC24-01\n    lead',
      'source: SC24-01\n    lead',
      5,
      /没有“source”这一项/,
      /clause/,
    ],
    ['lists.yaml', 'name: 年度项目', 'nmae: 年度项目', 2, /缺少“name”/, /补上“name”/],
    [
      'responsibilities.yaml',
      'holder: person',
      'holder: people',
      4,
      /“holder”的取值不在可填范围内/,
      /person、department、unit/,
    ],
    [
      'responsibilities.yaml',
      'requiredText',
      'required_text',
      7,
      /没有“required_text”这一项/,
      /requiredText/,
    ],
    ['city.yaml', 'keyPrefix: SC', 'keyPrefix: sc1', 6, /“keyPrefix”的格式不对/, /2至6个大写英文字母/],
    ['city.yaml', 'name: 三川\n', 'name: 三川\nname: 四川\n', 4, /重复的键/, /删去或合并/],
  ];
  test.each(cases)('%s: %s → %s', (file, from, to, line, message, remedy) => {
    const dir = mkdtempSync(join(tmpdir(), 'guatu-planted-'));
    cpSync(tiny, dir, { recursive: true });
    const text = readFileSync(join(dir, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(dir, file), text.replace(from, to));
    const problems = problemsOf(packDirs(dir)).filter((problem) => problem.file.endsWith(file));
    const expected = { line, message: expect.stringMatching(message), remedy: expect.stringMatching(remedy) };
    expect(problems).toContainEqual(expect.objectContaining(expected));
  });

  test('a misspelt file name is named', () => {
    const dir = mkdtempSync(join(tmpdir(), 'guatu-planted-'));
    cpSync(tiny, dir, { recursive: true });
    writeFileSync(join(dir, 'tile.csv'), '');
    expect(problemsOf(packDirs(dir)).map(({ file, message }) => [file.split('/').at(-1), message])).toEqual([
      ['tile.csv', '没有哪一部分会读取这个文件'],
    ]);
  });
});

test('a responsibility that must be held says for which projects, and from which clause', () => {
  const kinds = [...cityPacks(), tiny].flatMap(
    (id) => sectionOf(loadPack(packDirs(id), sections), responsibilitiesSection).kinds,
  );
  for (const kind of kinds.filter((one) => one.required)) {
    expect(kind).toMatchObject({ requiredText: expect.any(String), clause: expect.any(String) });
  }
});
