import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal';
import { dayText, fenText, idText, monthText, oneOf } from '../field.ts';
import { checkInput } from '../server/input.ts';
import '../server/refusals.ts';

const check = checkInput(
  Type.Object({
    id: Type.Optional(idText({ title: '项目编号' })),
    name: Type.Optional(Type.String({ title: '项目名称', minLength: 1, maxLength: 5 })),
    year: Type.Optional(Type.Integer({ title: '年度', minimum: 2000, maximum: 2100 })),
    day: Type.Optional(dayText({ title: '开工日期' })),
    month: Type.Optional(monthText({ title: '月份' })),
    total: Type.Optional(fenText({ title: '总投资' })),
    kind: Type.Optional(oneOf(['新建', '续建'], { title: '建设性质' })),
    side: Type.Optional(Type.Union([Type.Literal('左'), Type.Literal('右')], { title: '方位' })),
    done: Type.Optional(Type.Boolean({ title: '是否完成' })),
    sources: Type.Optional(
      Type.Array(Type.Object({ fen: fenText({ title: '金额' }) }), {
        title: '资金来源',
        minItems: 1,
        maxItems: 2,
      }),
    ),
  }),
);

function faultOf(input: Record<string, unknown>): string {
  try {
    check(input);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return '';
}

describe('a broken rule names its field in Chinese', () => {
  test.each([
    [{ name: '' }, '「项目名称」不能为空'],
    [{ name: '六个字的名称' }, '「项目名称」不能超过 5 个字'],
    [{ name: 5 }, '「项目名称」应为文字'],
    [{ year: 1999 }, '「年度」不能小于 2000'],
    [{ year: 2023.5 }, '「年度」应为整数'],
    [{ year: '二〇二三' }, '「年度」应为整数'],
    [{ day: '2023-02-29' }, '「开工日期」应为真实的日期，如 2023-05-06'],
    [{ month: '2023-13' }, '「月份」格式不对，应为如 2023-05'],
    [{ total: '1.5' }, '「总投资」格式不对，应为以分为单位的整数'],
    [{ kind: '扩建' }, '「建设性质」只能是：新建、续建'],
    [{ side: '上' }, '「方位」只能是：左、右'],
    [{ done: '是' }, '「是否完成」应为 true（是）或 false（否）'],
    [{ id: '12' }, '「项目编号」编号无效'],
    [{ sources: [] }, '「资金来源」至少要有 1 项'],
    [{ sources: [{ fen: '1' }, { fen: 'x' }] }, '「资金来源第2项的金额」格式不对，应为以分为单位的整数'],
    [{ sources: [{}] }, '「资金来源第1项的金额」未填写'],
    [{ other: 1 }, '「other」不认识的填写项'],
  ])('%j', (input, text) => expect(faultOf(input)).toBe(`填写内容有误：${text}`));

  test('several are told together, and all of them in the details', () => {
    const input = { name: '', year: 1, kind: 'x', done: 1 };
    expect(faultOf(input)).toMatch(/；等共 4 处$/);
  });

  test('a day that exists, in a leap year, passes', () => expect(faultOf({ day: '2024-02-29' })).toBe(''));
});
