import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkPack, cityPacks, packDirs } from '#pack';
import { registrySections } from '../index.ts';
import { littlePack } from './support/city.ts';

describe('a fault in a pack is named with file, line and remedy', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'registry-pack-'));
    cpSync(littlePack, dir, { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(join(dir, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(dir, file), text.replace(from, to));
  };
  const problems = () =>
    checkPack([dir], registrySections).map(({ file, line, message }) => [
      file.split('/').at(-1),
      line,
      message,
    ]);

  test('the pack as it is has none', () => expect(problems()).toEqual([]));

  test.each([
    ['organisations.csv', '东区政府', '西区', 4, '“西区”已是“东区”的名称或别名'],
    ['organisations.csv', ',,city,30', ',,nowhere,30', 4, '上级单位“nowhere”不在单位表里'],
    [
      'organisations.csv',
      'city,city,130900,市本级,,,',
      'city,city,130900,市本级,,east,',
      2,
      '“市本级”的上级绕成了一圈',
    ],
    ['groups.csv', 'east;west', 'east;north', 2, '成员“north”不在单位表里'],
    ['lists.yaml', 'field: totalFen', 'field: total', 6, '没有名为“total”的字段'],
    [
      'lists.yaml',
      'aliases: [重点项目]',
      'aliases: [亿元以上项目]',
      4,
      '“亿元以上项目”与“市级重点项目”的名称或别名相同',
    ],
    [
      'stages.yaml',
      'to: [signed, preparation, ended]',
      'to: [signed, elsewhere]',
      2,
      '阶段“谋划”提到的“elsewhere”不是阶段',
    ],
    ['stages.yaml', '[[agreement]]', '[[handshake]]', 3, '阶段“签约”要求的佐证“handshake”没有定义'],
    ['responsibilities.yaml', 'field: secretary', 'field: leader', 10, '“服务秘书”的 id 或 field 与前面重复'],
    ['tiles.csv', 'west,1,1', 'west,2,1', 3, '“west”与“east”占了同一格'],
  ] as const)('%s: %s → %s', (file, from, to, line, message) => {
    change(file, from, to);
    expect(problems()).toContainEqual([file, line, message]);
  });

  test.each([
    [
      'categories: { 在建: building, 新开工: preparation, 前期: preparation }',
      'categories: { 在建: building }',
      'categories 没有说明“新开工”项目处在哪个阶段',
    ],
    ['stages: [building] }', 'stages: [digging] }', '批次“建设一批”提到的“digging”不是阶段'],
  ])('what only shows when all layers are stacked: %s', (from, to, message) => {
    change('stages.yaml', from, to);
    expect(problems().map((one) => one[2])).toContain(message);
  });
});

test.each(cityPacks())('the pack of %s is read without a problem', (id) => {
  const faults = checkPack(packDirs(id), registrySections).filter(
    (one) => !one.message.includes('没有哪一部分'),
  );
  expect(faults).toEqual([]);
});
