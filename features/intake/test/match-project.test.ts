import { describe, expect, test } from 'vitest';
import { indexProjects, type KnownProject } from '../domain/match-project.ts';
import { dalian } from './cities.ts';

const known = (name: string, code: string | null = null, district: string | null = null): KnownProject => ({
  key: name,
  name,
  code,
  district,
  category: null,
  totalFen: null,
  doneBeforeFen: null,
});
const projects = [
  known('革镇堡停车场建设项目', '2003-210211-48-01-954453', '甘井子区'),
  known('革镇堡停车场建设二期项目', null, '甘井子区'),
  known('双岛湾8万千瓦风电项目', null, '旅顺口区'),
  known('龙王塘片区道路及配套工程', null, '旅顺口区'),
  known('三十里堡片区道路及配套工程', null, '金普新区'),
  known('三十里堡片区道路及配套二期工程', null, '金普新区'),
  known('泡崖清洁供暖改造工程', null, '甘井子区'),
  known('董家沟清洁供暖改造工程', null, '金普新区'),
  known('金州湾国际机场', '2111-210213-04-02-970272', '金普新区'),
];
const find = indexProjects(projects, dalian);
const named = (name: string, district: string | null = null) => find({ name, code: null, district });

describe('a reported name', () => {
  test.each([
    ['大连龙王塘片区道路及配套工程', '龙王塘片区道路及配套工程'],
    ['旅顺口龙王塘片区道路及配套工程', '龙王塘片区道路及配套工程'],
    ['龙王塘片区道路及配套项目', '龙王塘片区道路及配套工程'],
    ['龙王塘片区道路及配套', '龙王塘片区道路及配套工程'],
    ['龙王塘片区道路及配套建设工程', '龙王塘片区道路及配套工程'],
    ['龙王塘片区道路及配套工程（含附属设施）', '龙王塘片区道路及配套工程'],
    ['3.泡崖清洁供暖改造工程', '泡崖清洁供暖改造工程'],
    ['革镇堡停车场', '革镇堡停车场建设项目'],
    ['甘井子革镇堡停车场二期', '革镇堡停车场建设二期项目'],
    ['金州湾国际机场项目', '金州湾国际机场'],
  ])('%s is proposed as %s', (name, expected) =>
    expect(named(name)).toMatchObject({ by: 'similar', project: { name: expected } }),
  );

  test.each(['金州湾 国际机场', '金州湾国际机场\n'])('%j is equal, not only similar', (name) =>
    expect(named(name)?.by).toBe('name'),
  );

  test.each([
    '双岛湾10万千瓦风电项目',
    '革镇堡停车场建设三期项目',
    '向应街道文体广场建设项目',
    '清洁供暖改造工程',
    '国际邮轮母港',
  ])('%s is nobody’s: another phase, another number, or too far from every name', (name) =>
    expect(named(name)).toBeUndefined(),
  );

  test('code before name, and a contradiction between them is an error', () => {
    expect(find({ name: '革镇堡停车场', code: '2003-210211-48-01-954453', district: null })?.by).toBe('code');
    expect(find({ name: '金州湾国际机场', code: '2003-210211-48-01-954453', district: null })?.by).toBe(
      'conflict',
    );
  });
});

describe('a report with the number of the library', () => {
  const numbered = (key: string, name: string) => ({ ...known(name), key });
  const same = [
    numbered('DL23-001', '供水工程'),
    numbered('DL23-002', '供水工程'),
    numbered('DL23-003', '机场'),
  ];
  const by = indexProjects(same, dalian);
  const asked = (number: string, name: string | null) => by({ number, name, code: null, district: null });

  test('belongs to that project, also where another bears the same name or the name was changed', () => {
    expect(asked('DL23-002', '供水工程')).toMatchObject({ by: 'number', project: { key: 'DL23-002' } });
    expect(asked('DL23-002', '供水二期')).toMatchObject({ by: 'number', project: { key: 'DL23-002' } });
    expect(asked('DL23-002', null)).toMatchObject({ by: 'number', project: { key: 'DL23-002' } });
  });

  test('is a contradiction where the name is that of another project', () => {
    expect(asked('DL23-003', '供水工程')).toMatchObject({ by: 'conflict', project: { key: 'DL23-003' } });
  });

  test('is matched as ever where the number is none of ours', () => {
    expect(asked('17', '机场')).toMatchObject({ by: 'name', project: { key: 'DL23-003' } });
  });
});
