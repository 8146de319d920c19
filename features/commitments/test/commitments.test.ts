import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MatterId } from '#engines/matters';
import type { TestBrowser } from '#http/testing';
import { readWorkbook } from '#sheets';
import * as matters from '../../matters/contract.ts';
import { type MattersCity, mattersCity } from '../../matters/test/support/a-city.ts';
import { commitmentsSection } from '../commitments-section.ts';
import * as contract from '../contract.ts';
import { nextCheckOn } from '../domain/standing.ts';
import { commitmentsRoutes } from '../routes.ts';

let city: MattersCity;
let clerk: TestBrowser;
let supervision: TestBrowser;
let unit: TestBrowser;
let other: TestBrowser;
let secretary: TestBrowser;
let id: MatterId;

beforeAll(async () => {
  city = await mattersCity({ routes: commitmentsRoutes, sections: [commitmentsSection] });
  clerk = await city.person('keyuan', 'coordinator-clerk', 'development-reform');
  supervision = await city.person('dukaoban', 'supervision-office');
  unit = await city.person('jiaotong', 'department', 'transport');
  other = await city.person('zhujian', 'department', 'housing-construction');
  secretary = await city.person('fangke', 'guest');
  const opened = await clerk.call(matters.openMatter, {
    ...{ kind: 'commitment', title: '港区连接道路承诺', enterprise: '蓝海码头有限公司' },
    lead: city.org('transport') as never,
    given: {
      ...{ content: '年底前建成港区连接道路', category: 'supporting-works', document: '投资协议第七条' },
      ...{ promisedOn: '2022-11-01', counterpart: '蓝海码头有限公司', dueDay: '2023-12-31', amount: 3200 },
    },
  });
  id = opened.matterId as MatterId;
});
afterAll(() => city.close());

const refused = (status: number, code: string) => expect.objectContaining({ status, code });
const row = async (by: TestBrowser) => (await by.call(contract.listCommitments, {})).rows[0]!;
const check = async (by: TestBrowser, verdict: 'kept' | 'at-risk' | 'breached', more: object = {}) =>
  by.call(contract.checkCommitment, {
    ...{ id, version: (await row(clerk)).version, verdict, note: '现场查看施工进度', ...more },
  });

test.each([
  ['2023-05-08', [], '2023-08-31'],
  ['2023-05-08', ['2023-06-30', '2023-09-01'], '2023-12-31'],
  ['2022-11-30', [], '2023-02-28'],
] as const)('taken in on %s and checked on %j, the next check is by %s', (openedOn, checked, next) =>
  expect(
    nextCheckOn(
      checked.map((on) => ({ on })),
      openedOn,
      3,
    ),
  ).toBe(next),
);

describe('a commitment of the government', () => {
  test('stands in the register: to whom, what, by when, under which contract, who answers', async () => {
    const { rows, counts, months, basis } = await clerk.call(contract.listCommitments, {});
    expect(rows).toMatchObject([
      {
        ...{ content: '年底前建成港区连接道路', counterpart: '蓝海码头有限公司', amount: 3200 },
        ...{ document: '投资协议第七条', promisedOn: '2022-11-01', dueOn: '2023-12-31' },
        ...{ lead: '市交通运输局', category: '配套设施', checks: [], nextCheckOn: '2023-08-31' },
        ...{ checkLate: false, reported: null },
      },
    ]);
    expect([counts.open, months, basis]).toEqual([1, 3, '平台默认值']);
    expect((await unit.call(contract.listCommitments, {})).rows).toHaveLength(1);
    expect((await other.call(contract.listCommitments, {})).rows).toEqual([]);
    const outside = secretary.call(contract.listCommitments, {});
    await expect(outside).rejects.toEqual(refused(403, 'access.denied'));
  });

  test('is checked by an office, apart from what the unit reports of itself', async () => {
    await city.act(unit, id, 'report', { given: { progress: '路基完成八成' } });
    await expect(check(unit, 'kept')).rejects.toEqual(refused(403, 'access.denied'));
    await check(supervision, 'at-risk');
    expect(await row(clerk)).toMatchObject({
      ...{ state: '履行中', reported: { text: '路基完成八成' } },
      checks: [{ verdict: 'at-risk', by: 'dukaoban同志', note: '现场查看施工进度', on: '2023-05-08' }],
    });
    const { rows } = await clerk.call(contract.listCommitments, { view: 'at-risk' });
    expect(rows).toHaveLength(1);
  });

  test('is late to be checked after the end of the third month', async () => {
    await city.at('2023-09-01 09:00');
    const { counts } = await clerk.call(contract.listCommitments, {});
    expect(counts['check-late']).toBe(1);
    await check(clerk, 'kept');
    expect(await row(clerk)).toMatchObject({ checkLate: false, nextCheckOn: '2023-12-31' });
  });

  test.each<[string, object, string]>([
    ['without what is demanded', {}, 'commitment.needs_requirement'],
    ['with a day gone by', { requirement: '补建', dueOn: '2023-08-01' }, 'commitment.due_past'],
    [
      'with files of somebody else',
      { requirement: '补建', evidence: ['01890000-0000-7000-8000-000000000000'] },
      'matter.no_such_file',
    ],
  ])('is not found broken %s, and nothing of it stays', async (_, more, code) => {
    await expect(check(clerk, 'breached', more)).rejects.toMatchObject({ code });
    expect(await row(clerk)).toMatchObject({ breached: false, rectification: null });
  });

  test('found broken becomes a rectification of the unit, linked, told and on its board', async () => {
    const evidence = [await city.sendFile(clerk)];
    const { rectification } = await check(clerk, 'breached', {
      ...{ requirement: '十月底前通车', dueOn: '2023-10-31', evidence },
    });
    expect(rectification).toMatch(/^ZG-2023-/);
    const broken = await row(clerk);
    expect(broken).toMatchObject({ breached: true, rectification: { number: rectification, closed: false } });
    const page = await city.page(unit, broken.rectification!.matterId as MatterId);
    expect(page.matter).toMatchObject({ lead: { name: '市交通运输局' }, enterprise: '蓝海码头有限公司' });
    expect(page.links).toMatchObject([{ link: 'caused-by', number: broken.number }]);
    await expect(check(clerk, 'breached', { requirement: '再改' })).rejects.toEqual(
      refused(409, 'commitment.rectified_already'),
    );
    expect((await city.page(clerk, id)).files.map(({ name }) => name)).toEqual(['现场照片.png']);
  });

  test('found broken on its own page still lacks what puts it right, and gets it here', async () => {
    const opened = await clerk.call(matters.openMatter, {
      ...{ kind: 'commitment', title: '供水承诺', lead: city.org('transport') as never },
      given: {
        ...{ content: '接通供水', category: 'contract', document: '协议', promisedOn: '2022-11-01' },
        counterpart: '蓝海码头有限公司',
      },
    });
    const other = opened.matterId as MatterId;
    await city.act(supervision, other, 'find-breach', { given: { breach: '没有接通' } });
    const { rows } = await clerk.call(contract.listCommitments, { words: '供水' });
    expect(rows).toMatchObject([{ breached: true, rectification: null, mayCheck: true }]);
    const said = { id: other, version: rows[0]!.version, note: '没有接通', requirement: '一个月内接通' };
    const kept = clerk.call(contract.checkCommitment, { ...said, verdict: 'kept' });
    await expect(kept).rejects.toEqual(refused(409, 'commitment.rectified_already'));
    await clerk.call(contract.checkCommitment, { ...said, verdict: 'breached' });
    expect((await clerk.call(contract.listCommitments, { words: '供水' })).rows).toMatchObject([
      { rectification: { state: '待报方案' }, mayCheck: false },
    ]);
  });

  test('goes out as a register', async () => {
    const file = await clerk.call(contract.exportCommitments, { view: 'breached' });
    const { sheets } = await readWorkbook(file.bytes, { name: file.name });
    const words = [...(sheets[0]?.rows.values() ?? [])].flatMap((one) =>
      [...one.cells.values()].map((cell) => cell.text),
    );
    expect(words).toEqual(expect.arrayContaining(['港区连接道路承诺', '违约', '投资协议第七条']));
  });
});
