import Type from 'typebox';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../read-yaml.ts';

const schema = Type.Object({
  name: Type.String({ minLength: 1 }),
  level: Type.Optional(Type.Union([Type.Literal('high'), Type.Literal('low')])),
  parts: Type.Array(Type.Object({ id: Type.String(), size: Type.Optional(Type.Integer({ minimum: 1 })) }), {
    minItems: 1,
  }),
});
const good = 'name: 甲\nparts:\n  - id: a\n  - id: b\n    size: 2\n';

test('a file that fits gives its value, and the line of any part of it', () => {
  const { yaml, problems } = readYaml('x.yaml', good, schema);
  expect(problems).toEqual([]);
  expect(yaml?.value).toEqual({ name: '甲', parts: [{ id: 'a' }, { id: 'b', size: 2 }] });
  expect(yaml?.at('parts', 1, 'size')).toEqual({ file: 'x.yaml', line: 5 });
  expect(yaml?.at('parts', 1)).toEqual({ file: 'x.yaml', line: 4 });
  expect(yaml?.at('parts')).toEqual({ file: 'x.yaml', line: 2 });
  expect(yaml?.at('parts', 7, 'id')).toEqual({ file: 'x.yaml', line: 2 });
});

describe('what does not fit names its line, and what would fit', () => {
  test.each([
    ['an unknown key', `${good}    sise: 3\n`, 6, '没有“sise”这一项', 'id、size'],
    ['an unknown key at the top', `# 说明\nnmae: 乙\n${good}`, 2, '没有“nmae”这一项', 'name、level、parts'],
    ['a missing key', 'name: 甲\nparts:\n  - size: 1\n', 3, '缺少“id”', '请补上“id”'],
    ['a word not allowed', `level: middle\n${good}`, 1, '“level”的取值不在可填范围内', 'high、low'],
    ['a number for a text', 'name: 7\nparts: [{ id: a }]\n', 1, '“name”的类型不对', '加引号'],
    ['a size too small', 'name: 甲\nparts:\n  - id: a\n    size: 0\n', 4, '“size”超出范围', '>= 1'],
    ['an empty list', 'name: 甲\nparts: []\n', 2, '“parts”不能为空', '至少填写一项'],
    ['an empty text', 'name: ""\nparts: [{ id: a }]\n', 1, '“name”不能为空', '至少填写一项'],
    [
      'a key written twice',
      'name: 甲\nname: 乙\nparts: [{ id: a }]\n',
      2,
      '同一层里有重复的键',
      '删去或合并',
    ],
    ['a tab for indentation', 'name: 甲\nparts:\n\t- id: a\n', 3, '用制表符缩进', '空格'],
    ['an open bracket', 'name: 甲\nparts: [{ id: a }\n', 3, '缺少冒号、引号或括号', '补齐'],
    ['no mapping at all', '甲\n', 1, '“文件”的类型不对', '键: 值'],
  ])('%s', (_, text, line, message, remedy) => {
    const { yaml, problems } = readYaml('x.yaml', text, schema);
    expect(yaml).toBeUndefined();
    expect(problems).toContainEqual({
      file: 'x.yaml',
      line,
      message,
      remedy: expect.stringContaining(remedy),
    });
  });

  test('several faults are told at once', () => {
    const { problems } = readYaml('x.yaml', 'parts:\n  - size: x\n  - id: b\n    colour: red\n', schema);
    expect(problems.map(({ line, message }) => `${line} ${message}`).toSorted()).toEqual([
      '1 缺少“name”',
      '2 “size”的类型不对',
      '2 缺少“id”',
      '4 没有“colour”这一项',
    ]);
  });
});
