import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeStage, type ProjectId } from '#engines/registry';
import * as progress from '../../progress/contract.ts';
import { evenMonths, type ProgressCity, progressCity, wanText } from '../../progress/test/support/a-city.ts';
import * as contract from '../contract.ts';
import { deskRoutes } from '../routes.ts';

type Person = Awaited<ReturnType<ProgressCity['person']>>;

let city: ProgressCity;
let late: ProjectId;
let west: ProjectId;
let eastFiller: Person;
let eastReviewer: Person;
let westFiller: Person;
let clerk: Person;
let leader: Person;

const month = '2023-05' as const;
const deskOf = (by: Person) => by.call(contract.desk, {});
const kinds = async (by: Person) =>
  (await deskOf(by)).waiting.map(({ kind, rows }) => [kind, ...rows.map(({ name }) => name)]);

beforeAll(async () => {
  city = await progressCity(deskRoutes);
  late = await city.project('东川新城', { district: 'east', category: '在建', months: evenMonths });
  west = await city.project('西川水厂', { district: 'west', category: '在建', months: evenMonths });
  await city.project('东川前期', { district: 'east', category: '前期' });
  await city.imported(late, '2023-03', 300);
  await city.imported(late, '2023-04', 250);
  await city.imported(west, '2023-04', 390);
  eastFiller = await city.person('east-filler', { role: 'district-filler', org: 'east' });
  eastReviewer = await city.person('east-reviewer', { role: 'district-reviewer', org: 'east' });
  westFiller = await city.person('west-filler', { role: 'district-filler', org: 'west' });
  clerk = await city.person('clerk', { role: 'coordinator-clerk' });
  leader = await city.person('leader', { role: 'leader' });
  await clerk.call(progress.evaluateLights, { asOf: '2023-04-10' });
  await clerk.call(progress.evaluateLights, { asOf: '2023-05-10' });
}, 120_000);
afterAll(() => city?.close());

describe('what waits', () => {
  test('for a filler is the reports of its own projects, with working days left', async () => {
    const { waiting, week, audience } = await deskOf(eastFiller);
    expect(audience).toBe('office');
    // 8 June 2023 is a Thursday, the 10th a Saturday: one working day left.
    expect(waiting).toMatchObject([
      {
        ...{ kind: 'report', month, dueOn: '2023-06-10', workingDaysLeft: 1, provisional: false, total: 1 },
        rows: [{ projectId: late, name: '东川新城', district: '东川区', month }],
      },
    ]);
    expect(week).toMatchObject({
      ...{ from: '2023-06-05', to: '2023-06-11' },
      reporting: { month, thisWeek: true, owed: 1, missing: 1 },
    });
  });

  test('moves on from hand to hand: filed, to verify, returned, to verify, verified', async () => {
    const file = (expectedNumber: number, n: number) =>
      eastFiller.call(progress.saveReport, {
        ...{ id: late, month, expectedNumber, cumFen: wanText(n), started: true },
      });
    await file(0, 500);
    expect([await kinds(eastFiller), await kinds(eastReviewer)]).toEqual([[], [['verify', '东川新城']]]);
    expect((await deskOf(eastReviewer)).waiting[0]!.rows[0]).toMatchObject({ by: 'east-filler同志' });
    await eastReviewer.call(progress.returnReport, { id: late, month, reportNumber: 1, reason: '请附凭证' });
    expect([await kinds(eastFiller), await kinds(eastReviewer)]).toEqual([[['returned', '东川新城']], []]);
    expect((await deskOf(eastFiller)).waiting[0]!.rows[0]).toMatchObject({
      ...{ note: '请附凭证', by: 'east-reviewer同志' },
    });
    await file(1, 510);
    expect(await kinds(eastReviewer)).toEqual([['verify', '东川新城']]);
    expect(await kinds(clerk)).toEqual([]);
    await clerk.call(progress.verifyReport, { id: late, month, reportNumber: 2, expectedNumber: 0 });
    expect([await kinds(eastFiller), await kinds(eastReviewer), await kinds(clerk)]).toEqual([[], [], []]);
  });

  test('for a leader is nothing; for the clerk the whole city counts', async () => {
    expect(await kinds(leader)).toEqual([]);
    expect((await deskOf(clerk)).week.reporting).toMatchObject({ owed: 2, missing: 1 });
  });
});

describe('red lights', () => {
  test('are those of one’s own projects with the reason in one sentence', async () => {
    const { reds } = await deskOf(eastFiller);
    expect(reds).toMatchObject({
      ...{ month: '2023-04', asOf: '2023-06-08', total: 1 },
      rows: [{ projectId: late, month: '2023-04', why: expect.stringContaining('完成率 62.50%') }],
    });
    expect((await deskOf(leader)).reds.total).toBe(1);
    expect((await deskOf(westFiller)).reds).toMatchObject({ total: 0, rows: [] });
  });
});

describe('what changed since yesterday', () => {
  test('is stages, reports and lights of one’s own projects', async () => {
    await city.inCity((one) =>
      changeStage(one, {
        ...{ projectId: west, to: 'paused', on: '2023-06-08', reason: '业主申请暂停' },
        evidence: [{ kind: 'pause-approval', reference: '批〔2023〕1号' }],
      }),
    );
    city.on('2023-06-10');
    await clerk.call(progress.evaluateLights, {});
    const { changes } = await deskOf(clerk);
    expect(changes.since).toBe('2023-06-09');
    const of = (kind: string) => changes.rows.filter((row) => row.kind === kind);
    expect(of('light')).toMatchObject([
      { name: '西川水厂', lightBefore: 'green', lightAfter: 'grey', on: '2023-06-10' },
      { name: '东川新城', lightBefore: 'red', lightAfter: 'green' },
    ]);
    expect(of('reports')).toMatchObject([{ count: 2 }]);
    const paused = { name: '西川水厂', before: '在建', after: '暂停', by: '本机操作员' };
    expect(of('stage')).toMatchObject([paused]);
    const { rows } = (await deskOf(westFiller)).changes;
    expect(rows.map(({ kind, name }) => [kind, name])).toEqual([
      ['light', '西川水厂'],
      ['stage', '西川水厂'],
    ]);
  });
});

describe('administrators and guests', () => {
  test('see accounts or the audit, and not a word of projects', async () => {
    const system = await city.person('system', { role: 'system-admin' });
    const auditor = await city.person('auditor', { role: 'audit-admin' });
    await city.person('idle');
    const [ofSystem, ofAuditor] = [await deskOf(system), await deskOf(auditor)];
    const silent = { audience: 'administrator', waiting: [], reds: { total: 0 }, changes: { total: 0 } };
    expect(ofSystem).toMatchObject({ ...silent, accounts: { withoutRole: 1, locked: 0 }, audit: null });
    expect(ofAuditor).toMatchObject({
      ...{ ...silent, accounts: null, audit: { verifiedAt: null, ok: null, problems: 0 } },
    });
    expect(ofAuditor.audit!.unsealed).toBeGreaterThan(0);
  });

  test('a guest is told that there is nothing here', async () => {
    const guest = await city.person('guest', { role: 'guest' });
    expect(await deskOf(guest)).toMatchObject({
      ...{ audience: 'guest', waiting: [], accounts: null, audit: null, week: { reporting: null } },
    });
  });

  test('without signing in there is no desk', async () => {
    await expect(city.browser().call(contract.desk, {})).rejects.toMatchObject({ status: 401 });
  });
});
