import { describe, expect, test } from 'vitest';
import { withConsequences } from '../grid/consequence.ts';
import { deedOf } from '../grid/deed.ts';
import type { FactName, Facts, FactValue } from '../grid/fact.ts';
import { doAgain, noHistory, remember, takeBack } from '../grid/history.ts';
import { readFact, type Setting } from '../grid/read-fact.ts';
import { showFact } from '../grid/show-fact.ts';

const wan: Setting = { unit: '万元', year: 2023 };
const yi: Setting = { unit: '亿元', year: 2023 };
const fen = (amount: number) => String(BigInt(Math.round(amount * 1_000_000)));

const empty: Facts = {
  ...{ monthFen: null, cumFen: null, started: null, actualStart: null, entered: null, enteredOn: null },
  ...{ progressText: null, problem: null },
};

describe('an amount', () => {
  test.each<[string, Setting, FactValue]>([
    ['1250', wan, fen(1250)],
    ['1,250', wan, fen(1250)],
    ['１，２５０．５', wan, fen(1250.5)],
    [' 1 250 ', wan, fen(1250)],
    ['1.25', yi, fen(12500)],
    ['1.25亿', wan, fen(12500)],
    ['1.25亿元', wan, fen(12500)],
    ['1250万元', yi, fen(1250)],
    ['12,500,000元', wan, fen(1250)],
    ['￥1,250万', wan, fen(1250)],
    ['-30', wan, fen(-30)],
    ['−30', wan, fen(-30)],
    ['(30)', wan, fen(-30)],
    ['0', wan, '0'],
    ["'1250", wan, fen(1250)],
    ['', wan, null],
    ['—', wan, null],
    ['/', wan, null],
  ])('%s is read in %j', (text, setting, value) => {
    expect(readFact('monthFen', text, setting)).toEqual({ value });
  });

  test.each(['一千', '12,50', '1.2.3', '#REF!', '83%', '12500元整', '5月'])('%s is none', (text) => {
    expect(readFact('monthFen', text, wan).wrong).toContain(text);
  });

  test.each([
    [fen(1250.5), '万元', '1,250.5'],
    ['12500000001', '万元', '12,500.000001'],
    ['12500000001', '亿元', '1.2500000001'],
    ['0', '亿元', '0'],
  ] as const)('%s fen stands as written in %s, and is read back the same', (value, unit, shown) => {
    expect(showFact('cumFen', value, unit)).toBe(shown);
    expect(readFact('cumFen', shown, { unit, year: 2023 })).toEqual({ value });
  });
});

describe('a day', () => {
  test.each([
    ['2023.5', '2023-05'],
    ['2023.10', '2023-10'],
    ['2023年5月', '2023-05'],
    ['2023年05月份', '2023-05'],
    ['２０２３年５月６日', '2023-05-06'],
    ['2023/5/6', '2023-05-06'],
    ['2023-05-06', '2023-05-06'],
    ['20230506', '2023-05-06'],
    ['202305', '2023-05'],
    ['2022', '2022'],
    ['2022年', '2022'],
    ['5月', '2023-05'],
    ['5月6日', '2023-05-06'],
  ])('%s is %s', (text, value) => expect(readFact('actualStart', text, wan)).toEqual({ value }));

  test.each(['2023.13', '2023-02-30', '13月', '45047', '五月', '0506'])('%s is none', (text) => {
    expect(readFact('actualStart', text, wan).wrong).toContain(text);
  });
});

test.each([
  ['是', true],
  ['Y', true],
  ['１', true],
  ['√', true],
  ['已开工', true],
  ['否', false],
  ['0', false],
  ['未入统', false],
  ['', null],
])('yes or no: %s', (text, value) => expect(readFact('started', text, wan)).toEqual({ value }));

test('words keep their lines, and no more than are allowed', () => {
  expect(readFact('problem', ' 土地未批\r\n资金缺口 ', wan)).toEqual({ value: '土地未批\n资金缺口' });
  expect(readFact('problem', '长'.repeat(2001), wan).wrong).toContain('2000');
  expect(readFact('started', '大概', wan).wrong).toContain('大概');
});

describe('what follows from a typed cell', () => {
  const before = fen(800);
  test.each<[string, Partial<Facts>, FactName, FactValue, Partial<Record<FactName, FactValue>>]>([
    ['the month makes the sum', {}, 'monthFen', fen(100), { monthFen: fen(100), cumFen: fen(900) }],
    [
      'another month makes another sum',
      { monthFen: fen(100), cumFen: fen(900) },
      ...(['monthFen', fen(120), { monthFen: fen(120), cumFen: fen(920) }] as const),
    ],
    [
      'a sum stated by hand stays',
      { monthFen: fen(100), cumFen: fen(950) },
      ...(['monthFen', fen(120), { monthFen: fen(120) }] as const),
    ],
    [
      'without the month there is no sum',
      { monthFen: fen(100), cumFen: fen(900) },
      ...(['monthFen', null, { monthFen: null, cumFen: null }] as const),
    ],
    ['the sum alone tells the month', {}, 'cumFen', fen(950), { cumFen: fen(950), monthFen: fen(150) }],
    ['the sum changes no stated month', { monthFen: fen(1) }, 'cumFen', fen(950), { cumFen: fen(950) }],
    ['a start on a day is a start', {}, 'actualStart', '2023-05', { actualStart: '2023-05', started: true }],
    [
      'no start has no day',
      { started: true, actualStart: '2023-05' },
      ...(['started', false, { started: false, actualStart: null }] as const),
    ],
    ['words follow nothing', {}, 'problem', '缺资金', { problem: '缺资金' }],
  ])('%s', (_name, facts, fact, value, expected) => {
    expect(withConsequences({ ...empty, ...facts }, before, fact, value)).toEqual(expected);
  });

  test('nothing is computed where the last sum is not known', () => {
    expect(withConsequences(empty, null, 'monthFen', fen(5))).toEqual({ monthFen: fen(5), cumFen: null });
  });
});

describe('deeds', () => {
  const standing = { facts: () => empty, before: () => fen(800) };

  test('typed cells win over what follows from them', () => {
    const deed = deedOf(
      [
        { rowId: 'a', fact: 'monthFen', value: fen(100) },
        { rowId: 'a', fact: 'cumFen', value: fen(901) },
        { rowId: 'b', fact: 'actualStart', value: '2023-05' },
        { rowId: 'b', fact: 'started', value: false },
        { rowId: 'c', fact: 'problem', value: null },
      ],
      standing,
    );
    expect(deed.map(({ rowId, fact, after }) => [rowId, fact, after])).toEqual([
      ['a', 'monthFen', fen(100)],
      ['a', 'cumFen', fen(901)],
      ['b', 'started', false],
      ['b', 'actualStart', '2023-05'],
    ]);
  });

  test('leave a sum to be computed that a pasted block leaves open beside its month', () => {
    const cells = [
      { rowId: 'a', fact: 'monthFen', value: fen(100) },
      { rowId: 'a', fact: 'cumFen', value: null },
    ] as const;
    expect(deedOf(cells, standing).map(({ fact, after }) => [fact, after])).toEqual([
      ['monthFen', fen(100)],
      ['cumFen', fen(900)],
    ]);
  });

  test('are taken back and done again in order; a new one forgets what was taken back', () => {
    const one = deedOf([{ rowId: 'a', fact: 'monthFen', value: fen(1) }], standing);
    const two = deedOf([{ rowId: 'b', fact: 'problem', value: '缺' }], standing);
    const history = remember(remember(noHistory, one), two);
    const back = takeBack(history)!;
    expect(back.deed).toEqual([{ rowId: 'b', fact: 'problem', before: '缺', after: null }]);
    const further = takeBack(back.history)!;
    expect(further.deed.map(({ fact, after }) => [fact, after])).toEqual([
      ['cumFen', null],
      ['monthFen', null],
    ]);
    expect(takeBack(further.history)).toBeUndefined();
    expect(doAgain(further.history)!.deed).toEqual(one);
    expect(doAgain(remember(back.history, one))).toBeUndefined();
  });
});
