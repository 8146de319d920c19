import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Condition,
  type ConditionLeaf,
  checkCondition,
  compileCondition,
  findConditionFaults,
} from '../condition.ts';

const resultOf = (tree: Condition, facts: Record<string, unknown>) => compileCondition(tree)(facts).result;
const leaf = (op: ConditionLeaf['op'], value?: ConditionLeaf['value']): ConditionLeaf => ({
  field: 'x',
  op,
  value,
});

describe('one condition', () => {
  test.each([
    ['gte', '1亿元', 10_000_000_000n, 'met'],
    ['gte', '1亿元', 9_999_999_999n, 'not-met'],
    ['gte', '1亿元', '10000000000', 'met'],
    ['gt', '1亿元', '10000000000', 'not-met'],
    ['lt', '5000万元', '499999999999', 'not-met'],
    ['lte', 0.9, '0.9', 'met'],
    ['lt', 0.9, '0.89999999999999999999', 'met'],
    ['gt', '2023-05-01', '2023-05-02', 'met'],
    ['gt', '2023-05-01', '2023-05-01', 'not-met'],
    ['gt', 5, 'abc', 'unknown'],
    ['eq', '007', '7', 'not-met'],
    ['eq', 7, '7.0', 'met'],
    ['eq', true, true, 'met'],
    ['eq', true, false, 'not-met'],
    ['ne', '新建', '扩建', 'met'],
    ['in', ['新建', '扩建'], '扩建', 'met'],
    ['in', ['新建', '扩建'], '迁建', 'not-met'],
    ['in', [1, 2], 2n, 'met'],
    ['includes', '专项债', '地方政府专项债券', 'met'],
    ['includes', 'key', ['large', 'key'], 'met'],
    ['includes', 'key', ['keyed'], 'not-met'],
    ['includes', 'key', [], 'not-met'],
    ['present', undefined, 0n, 'met'],
    ['present', undefined, [], 'not-met'],
    ['absent', undefined, '', 'met'],
    ['absent', undefined, null, 'met'],
  ] as const)('%s %s over %s is %s', (op, value, actual, result) =>
    expect(resultOf(leaf(op, value), { x: actual })).toBe(result),
  );

  test.each(['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'includes'] as const)(
    '%s over a missing fact is unknown',
    (op) => {
      for (const facts of [{}, { x: null }, { x: '' }])
        expect(resultOf(leaf(op, '1'), facts)).toBe('unknown');
    },
  );
});

describe('conditions joined', () => {
  const met = leaf('present');
  const not = leaf('absent');
  const unknown: Condition = { field: 'y', op: 'eq', value: 1 };
  test.each([
    [{ all: [met, met] }, 'met'],
    [{ all: [met, unknown] }, 'unknown'],
    [{ all: [unknown, not] }, 'not-met'],
    [{ any: [not, unknown] }, 'unknown'],
    [{ any: [unknown, met] }, 'met'],
    [{ any: [not, not] }, 'not-met'],
    [{ not: met }, 'not-met'],
    [{ not: unknown }, 'unknown'],
    [{ not: { any: [not, { all: [not, unknown] }] } }, 'met'],
  ] as [Condition, string][])('%j is %s', (tree, result) => expect(resultOf(tree, { x: 1 })).toBe(result));

  const aTree: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<Condition>(met, not, unknown),
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('tree').map((one) => ({ not: one })),
    ),
  })).tree;

  test('any tree: a known result stays whatever the unknown fact turns out to be', () => {
    fc.assert(
      fc.property(aTree, (tree) => {
        const before = resultOf(tree, { x: 1 });
        if (before === 'unknown') return;
        for (const y of [1, 2]) expect(resultOf(tree, { x: 1, y })).toBe(before);
      }),
    );
  });
});

describe('the explanation', () => {
  const tree: Condition = {
    any: [
      { field: 'total', op: 'gte', value: { parameter: 'threshold' }, clause: 'AB23-1', note: '含本数' },
      { not: { field: 'kind', op: 'eq', value: '迁建' } },
    ],
  };

  test('names every condition with what was asked and what was found', () => {
    const verdict = compileCondition(tree, { threshold: '1亿元' })({ total: 5n, kind: '新建' });
    expect(verdict).toEqual({
      result: 'met',
      parts: [
        {
          field: 'total',
          op: 'gte',
          value: '1亿元',
          actual: 5n,
          result: 'not-met',
          negated: false,
          clause: 'AB23-1',
          note: '含本数',
        },
        { field: 'kind', op: 'eq', value: '迁建', actual: '新建', result: 'not-met', negated: true },
      ],
    });
  });

  test('a parameter nobody set leaves its condition unknown', () => {
    expect(compileCondition(tree)({ total: 5n, kind: '迁建' }).result).toBe('unknown');
  });
});

describe('checking what somebody wrote', () => {
  test.each([
    [{ field: 'x', op: 'eq', value: 1 }, []],
    [{ all: [{ field: 'x', op: 'present' }] }, []],
    [{ field: 'z', op: 'eq', value: 1 }, ['没有名为“z”的字段']],
    [{ field: 'x', op: 'equals', value: 1 }, ['没有“equals”这种比较']],
    [{ field: 'x', op: 'eq' }, ['“eq”需要一个比较值']],
    [{ field: 'x', op: 'in', value: [] }, ['“in”需要一组值']],
    [{ field: 'x', op: 'present', value: 1 }, ['“present”不带比较值']],
    [{ field: 'x', op: 'gte', value: { parameter: 'p' } }, ['没有名为“p”的参数']],
    [{ field: 'x', op: 'eq', value: 1, vlaue: 2 }, ['条件里没有“vlaue”这一项']],
    [{ all: [] }, ['“all”下面至少要有一个条件']],
    [{ not: 'x' }, ['条件必须是 all、any、not 或 field/op/value 之一']],
    [
      { any: [{ field: 'x', op: 'present' }], all: [] },
      ['“all”旁边不能再写“any”', '“all”下面至少要有一个条件'],
    ],
    [null, ['条件必须是 all、any、not 或 field/op/value 之一']],
  ])('%j: %j', (tree, messages) => expect(checkCondition(tree, ['x'])).toEqual(messages));

  test('a fault says where in the tree it stands', () => {
    const tree = { all: [{ field: 'x', op: 'present' }, { not: { field: 'z', op: 'present' } }] };
    expect(findConditionFaults(tree, ['x']).map((fault) => fault.path)).toEqual([['all', 1, 'not', 'field']]);
  });
});
