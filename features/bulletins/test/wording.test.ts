import { describe, expect, test } from 'vitest';
import { type FlowAct, standingOf } from '#kernel/document-flow';
import { checkWords, fill, paragraphsOf } from '#kernel/sentence';
import '../refusals.ts';
import { firstSections } from '../texts.ts';

const values = new Map([
  ['项目数', '144个'],
  ['完成率', '77.4%'],
]);
const check = (text: string) => () => checkWords({ 首段: text }, values, 'bulletin');

describe('sentences', () => {
  test.each([
    '全市{项目数}项目，完成率{完成率}。',
    '请于6月10日前补报，依据第3条办理。',
    '全面落实“十四五”规划，推进2023年工作。',
    '',
  ])('may say: %s', (text) => expect(check(text)).not.toThrow());

  test.each([
    ['全市{项目总数}', 'bulletin.unknown_figure'],
    ['完成率80%', 'bulletin.figure_typed'],
    ['完成投资 1,234.5 亿元', 'bulletin.figure_typed'],
    ['红灯１２个', 'bulletin.figure_typed'],
    ['低于计划3.2个百分点', 'bulletin.figure_typed'],
    ['{项目数}中有5家未报', 'bulletin.figure_typed'],
  ])('may not say: %s', (text, code) => {
    expect(check(text)).toThrow(expect.objectContaining({ code }));
  });

  test('carry their figures by name', () => {
    expect(fill('共{项目数}，完成率{完成率}。', values)).toBe('共144个，完成率77.4%。');
    expect(paragraphsOf(' 一。\n\n二。 ')).toEqual(['一。', '二。']);
  });

  test('as they first stand write no figure themselves', () => {
    const braces = Object.values(firstSections).flatMap((text) => [...text.matchAll(/\{([^}]*)\}/g)]);
    const all = new Map(braces.map(([, name = '']) => [name, '']));
    expect(() => checkWords(firstSections, all, 'bulletin')).not.toThrow();
  });
});

describe('the way of a bulletin', () => {
  const walked = (...acts: (FlowAct | [FlowAct, object])[]) =>
    standingOf(
      acts.map((one) =>
        typeof one === 'string' ? { act: one, details: {} } : { act: one[0], details: one[1] },
      ),
    );

  test.each([
    [[], 'drafting'],
    [['submit'], 'checking'],
    [['submit', 'check'], 'signing'],
    [['submit', 'return'], 'drafting'],
    [['submit', 'check', 'sign'], 'numbering'],
    [['submit', 'check', 'sign', 'number'], 'sealing'],
    [['submit', 'check', 'sign', 'number', 'seal'], 'issuing'],
    [['submit', 'check', 'sign', 'number', 'seal', 'issue'], 'issued'],
    [['submit', 'check', 'sign', 'number', 'seal', 'issue', 'release', 'archive'], 'archived'],
  ] as const)('%j leads to %s', (acts, state) => expect(walked(...acts).state).toBe(state));

  test('waits for every office that was asked', () => {
    const asked = ['check', { offices: ['市政府办公室', '市统计局'] }] as [FlowAct, object];
    const one = ['countersign', { office: '市统计局' }] as [FlowAct, object];
    const other = ['countersign', { office: '市政府办公室' }] as [FlowAct, object];
    expect(walked('submit', asked, one)).toMatchObject({
      state: 'countersigning',
      waitingFor: ['市政府办公室'],
    });
    expect(walked('submit', asked, one, other).state).toBe('signing');
  });
});
