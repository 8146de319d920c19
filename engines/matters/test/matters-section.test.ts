import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPack, loadPack } from '#pack';
import { ladderFor, laddersSection } from '../ladders-section.ts';
import { kindRulesOf, mattersSection } from '../matters-section.ts';
import { plea } from './a-kind.ts';

const sections = [mattersSection, laddersSection];

const matters = `kinds:
  plea:
    clocks:
      accept: { limit: 2个工作日, warn: 1个工作日, basis: 平台默认值 }
      handle:
        limit: 10个工作日
        warn: 3个工作日
        pausable: true
        clause: XX20-01
        basis: 平台默认值
        cases:
          - when: { field: category, op: eq, value: ask }
            limit: 24小时
            warn: 2小时
      call-back: { limit: 5个工作日, warn: 1个工作日, basis: 平台默认值 }
    pauses:
      - { id: higher, text: 等待上级批复, longestDays: 60, approver: coordinator, basis: 平台默认值 }
    choices:
      category:
        - { id: ask, text: 咨询 }
        - { id: help, text: 求助 }
`;
const ladders = `ladders:
  - id: pleas
    text: 协调阶梯
    levels:
      - { id: unit, text: 承办单位, to: lead }
      - { id: office, text: 市发展改革委, to: coordinator }
      - { id: mayor, text: 市长, to: mayor, clause: XX20-02 }
    route:
      - { when: { field: grave, op: eq, value: true }, level: mayor, clause: XX20-02 }
    rungs:
      - { id: soon, dueIn: { clock: handle, before: 2个工作日 }, tell: [lead], basis: 平台默认值 }
      - { id: late, overdue: { clock: handle, by: 1个工作日 }, tell: [lead], raiseTo: office, basis: 平台默认值 }
      - { id: later, overdue: { clock: handle, by: 5个工作日 }, tell: [mayor], raiseTo: mayor, basis: 平台默认值 }
      - { id: bounced, bounces: 3, tell: [coordinator], raiseTo: office, basis: 平台默认值 }
`;
const city = (extra = '') =>
  `id: somewhere\ncityId: 829901\nname: 某\nfullName: 某市\nprovince: 某省\nkeyPrefix: MM\n${extra}`;

/** A pack of two layers, of the files given. */
function packOf(lower: Record<string, string>, upper: Record<string, string> = {}): string[] {
  const root = mkdtempSync(join(tmpdir(), 'matters-pack-'));
  return [lower, { 'city.yaml': city(), ...upper }].map((files) => {
    const dir = mkdtempSync(join(root, 'layer-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
    return dir;
  });
}

const shipped = { 'matters.yaml': matters, 'ladders.yaml': ladders };
const faultsOf = (lower: Record<string, string>, upper?: Record<string, string>) =>
  checkPack(packOf({ ...shipped, ...lower }, upper), sections).map(
    ({ line, message }) => `${line} ${message}`,
  );
const swapped = (text: string, from: string, to: string) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

describe('limits of a kind', () => {
  test('are read with their clause, the number said to be the platform’s', () => {
    const rules = kindRulesOf(loadPack(packOf(shipped), sections), 'plea');
    expect(rules.clocks['handle']).toMatchObject({
      rule: {
        limit: { amount: 10, unit: 'working-day' },
        pausable: true,
        basis: 'XX20-01，未写明的为平台默认值',
      },
      cases: [
        { rule: { limit: { amount: 24, unit: 'hour' }, warn: { amount: 2, unit: 'hour' }, pausable: true } },
      ],
    });
    expect(rules).toMatchObject({ off: false, ownIntake: true, satisfactionFloor: 3 });
  });

  test('of the city stand in place of those below, clock by clock', () => {
    const own = `kinds:
  plea:
    ownIntake: false
    text: 请示
    clocks:
      accept: { limit: 60分钟, warn: 30分钟, clause: XX20-03 }
`;
    const rules = kindRulesOf(loadPack(packOf(shipped, { 'matters.yaml': own }), sections), 'plea');
    expect(rules.clocks['accept']?.rule).toMatchObject({
      limit: { amount: 60, unit: 'minute' },
      basis: 'XX20-03',
    });
    expect(rules.clocks['handle']?.rule.limit).toEqual({ amount: 10, unit: 'working-day' });
    expect(rules).toMatchObject({ ownIntake: false, text: '请示', pauses: [{ id: 'higher' }] });
  });

  test.each([
    ['a kind that does not exist', ['  plea:', '  plee:'], '2 没有“plee”这种事项'],
    ['a clock that does not exist', ['      accept:', '      begin:'], '4 “请求”没有时限“begin”'],
    ['a limit that is none', ['limit: 2个工作日', 'limit: 尽快'], '4 “尽快”不是时限'],
    ['no source', [', basis: 平台默认值 }\n      handle', ' }\n      handle'], '4 时限没有依据'],
    ['a fact that does not exist', ['field: category', 'field: colour'], '12 没有名为“colour”的字段'],
    [
      'a warning no shorter than the limit',
      ['warn: 3个工作日', 'warn: 10个工作日'],
      '7 预警不早于时限的开始',
    ],
    [
      'a promise longer than the limit',
      ['warn: 3', 'promised: 12个工作日\n        warn: 3'],
      '7 承诺时限比法定时限长',
    ],
    ['a day field that is none', ['pausable: true', 'until: content'], '8 “content”不是日期字段'],
    [
      'choices of a field that has none',
      ['      category:\n', '      content:\n'],
      '19 “请求”没有可选的字段“content”',
    ],
    ['a choice written twice', ['id: help', 'id: ask'], '21 “ask”写了两次'],
    ['a misspelt key', ['pausable: true', 'pauseable: true'], '8 没有“pauseable”这一项'],
  ] as const)('are refused for %s', (_, [from, to], fault) =>
    expect(faultsOf({ 'matters.yaml': swapped(matters, from, to) })).toContain(fault),
  );

  const acceptLine = /^ {6}accept:.*\n/m.exec(matters)?.[0] ?? 'accept';
  test.each([
    ['a declared clock without limit', [acceptLine, ''], '1 “请求”的“受理时限”没有时限'],
    [
      'a choice field without choices',
      [matters.slice(matters.indexOf('    choices:')), ''],
      '1 “请求”的“类别”没有可选项',
    ],
    [
      'a pausable clock without a kind of pause',
      [matters.slice(matters.indexOf('    pauses:'), matters.indexOf('    choices:')), ''],
      '1 “请求”可以暂停计时，却没有一种暂停',
    ],
    [
      'a case of a choice that is not offered',
      ['value: ask', 'value: query'],
      '1 “请求”的时限以“query”为条件，它不在“类别”的可选项里',
    ],
  ] as const)('together are refused for %s', (_, [from, to], fault) =>
    expect(faultsOf({ 'matters.yaml': swapped(matters, from, to) })).toEqual([fault]),
  );

  test('may be unsaid where the kind is switched off', () =>
    expect(faultsOf({ 'matters.yaml': 'kinds:\n  plea: { off: true }\n' })).toEqual([]));
});

describe('a ladder', () => {
  test('is found for its kind, and the city’s stands in place of the one below', () => {
    const own = ladders.replace('text: 协调阶梯', 'text: 本市阶梯');
    const pack = loadPack(packOf(shipped, { 'ladders.yaml': own }), sections);
    expect(ladderFor(pack, plea)).toMatchObject({ text: '本市阶梯', rungs: { length: 4 } });
    expect(ladderFor(pack, {})).toBeUndefined();
    expect(ladderFor(loadPack(packOf(shipped), sections), plea)?.text).toBe('协调阶梯');
  });

  const soon = '{ id: soon, dueIn: { clock: handle, before: 2个工作日 }';
  const later = '      - { id: later, overdue: { clock: handle, by: 5个工作日 }';
  test.each([
    [
      'a rung of an unknown clock',
      ['clock: handle, by: 5', 'clock: hurry, by: 5'],
      '13 没有名为“hurry”的时限',
    ],
    ['a raise to an unknown level', ['raiseTo: mayor', 'raiseTo: king'], '13 没有层级“king”'],
    ['a recipient that does not exist', ['tell: [mayor]', 'tell: [king]'], /^13 “/],
    ['a route to an unknown level', ['level: mayor', 'level: king'], '9 没有层级“king”'],
    ['a route by an unknown fact', ['field: grave', 'field: colour'], '9 没有名为“colour”的字段'],
    ['a route without source', [', level: mayor, clause: XX20-02', ', level: mayor'], '9 “mayor”没有依据'],
    ['two rungs of one id', ['id: later', 'id: late'], '13 “late”写了两次'],
    ['two rungs of one moment', ['by: 5个工作日', 'by: 1个工作日'], '13 “later”与“late”在同一时刻触发'],
    ['rungs out of time', ['by: 1个工作日', 'by: 9个工作日'], '13 “later”排在“late”之后，却不比它晚触发'],
    [
      'rungs that lead down',
      [`raiseTo: office, basis: 平台默认值 }\n${later}`, `raiseTo: mayor, basis: 平台默认值 }\n${later}`],
      '13 “later”升到的层级不高于“late”',
    ],
    [
      'a raise to the lowest level',
      ['tell: [lead], raiseTo: office', 'tell: [lead], raiseTo: unit'],
      '12 “late”升到最低一级，等于没有升',
    ],
    [
      'a rung after a clock that ends by itself',
      [soon, '{ id: soon, overdue: { clock: call-back, by: 1个工作日 }'],
      '11 “soon”不会触发：“call-back”到时即自行办结',
    ],
    [
      'a rung with two triggers',
      [soon, '{ id: soon, redos: 2, dueIn: { clock: handle, before: 2个工作日 }'],
      '11 “soon”应当恰好写一种触发',
    ],
    ['a time that cannot trigger', ['by: 1个工作日', 'by: 3小时'], '12 “3小时”不能作触发的时间'],
    [
      'a reminder before the clock begins',
      ['clock: handle, before', 'clock: accept, before'],
      '1 “soon”不会按时触发：提前的时间不短于时限本身',
    ],
    ['a ladder nobody climbs', ['id: pleas', 'id: cries'], '2 没有哪种事项用协调阶梯“协调阶梯”'],
  ] as const)('is refused for %s', (_, [from, to], fault) => {
    const faults = faultsOf({ 'ladders.yaml': swapped(ladders, from, to) });
    expect(faults).toContainEqual(typeof fault === 'string' ? fault : expect.stringMatching(fault));
  });

  test('that a kind climbs must be there', () =>
    expect(faultsOf({ 'ladders.yaml': 'ladders: []\n' })).toEqual(['1 “请求”的协调阶梯“pleas”没有写']));
});
