import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approvePlan, evaluate, fileReport, stateDuties } from '#engines/indicators';
import { linkMatters, type MatterId, openMatter } from '#engines/matters';
import type { TestBrowser } from '#http/testing';
import type { Month } from '#kernel/month';
import * as matters from '../../matters/contract.ts';
import { type MattersCity, mattersCity } from '../../matters/test/support/a-city.ts';
import '../../projects/permissions.ts';
import { projectChain } from '../contract.ts';
import { chainRoutes } from '../routes.ts';

let city: MattersCity;
let clerk: TestBrowser;
let district: TestBrowser;
let neighbour: TestBrowser;
let transport: TestBrowser;
let admin: TestBrowser;
let id: Awaited<ReturnType<MattersCity['project']>>;
let quiet: typeof id;

const month = 12_500_000n;

beforeAll(async () => {
  city = await mattersCity({ routes: chainRoutes });
  id = await city.project('跨海大桥', 'ganjingzi');
  quiet = await city.project('污水处理厂', 'ganjingzi');
  clerk = await city.person('keyuan', 'coordinator-clerk', 'development-reform');
  district = await city.person('qutianbao', 'district-filler', 'ganjingzi');
  neighbour = await city.person('linqu', 'district-filler', 'jinpu');
  transport = await city.person('jiaotong', 'department', 'transport');
  admin = await city.person('xitong', 'system-admin');
  await city.inCity(async (one) => {
    const monthsFen = Array.from({ length: 12 }, () => month);
    const duty = { fromMonth: '2023-01' as const, category: 'building' as const, owes: true };
    await stateDuties(
      one,
      [id, quiet].map((subjectId) => ({ subjectId: subjectId as never, ...duty })),
    );
    for (const subjectId of [id, quiet])
      await approvePlan(one, { subjectId: subjectId as never, year: 2023, monthsFen, totalFen: month * 12n });
    const report = (subjectId: typeof id, of: Month, cumFen: bigint, problem: string | null) =>
      fileReport(
        one,
        {
          subjectId: subjectId as never,
          month: of,
          receivedOn: `${of}-28`,
          cumFen,
          problem,
          reporter: '王工',
        },
        { expectedNumber: 0, counts: 'verified' },
      );
    await report(id, '2023-03', month * 3n, '无');
    await report(id, '2023-04', month, '桥墩用海没有批复');
    await report(quiet, '2023-04', month * 4n, null);
  });
  await city.at('2023-04-12 09:00');
  await city.inCity((one) => evaluate(one, { asOf: '2023-04-12' }));
  await city.at('2023-05-12 09:00');
  await city.inCity((one) => evaluate(one, { asOf: '2023-05-12' }));
});
afterAll(() => city.close());

const chainFor = (by: TestBrowser, of = id) => by.call(projectChain, { id: of });
const refused = (status: number, code: string) => expect.objectContaining({ status, code });

describe('the chain of a red project', () => {
  test('begins with the light, its rule and the words of the report; what is missing says who can add it', async () => {
    const chain = await chainFor(clerk);
    expect(chain.light).toMatchObject({ overall: 'red', month: '2023-04', since: '2023-04', months: 1 });
    expect(chain.light?.why.length).toBeGreaterThan(0);
    expect(chain.causes).toEqual([
      { month: '2023-04', text: '桥墩用海没有批复', by: '王工', category: null },
    ]);
    expect(chain.missing.map(({ station }) => station)).toEqual([
      'matter',
      'decision',
      'deadline',
      'evidence',
    ]);
    expect(chain.missing[0]?.who).toContain('所在地区');
  });

  test('owes nothing where the project is on schedule', async () => {
    expect(await chainFor(clerk, quiet)).toMatchObject({ light: { overall: 'green' }, missing: [] });
  });

  let problemId: MatterId;
  test('goes on with the problem made of the report: its category, whose clock, how long', async () => {
    const raised = await district.call(matters.openMatter, {
      ...{ kind: 'problem', title: '跨海大桥：桥墩用海没有批复', projectId: id },
      ...{ source: 'report', month: '2023-04', lead: city.org('transport') as never },
      given: { content: '桥墩用海没有批复', cause: 'sea-forest' },
    });
    problemId = raised.matterId as MatterId;
    await city.act(transport, problemId, 'accept', { given: { plan: '两周内补正' } });
    const chain = await chainFor(district);
    expect(chain.causes).toMatchObject([{ category: '用海、用林' }]);
    expect(chain.matters).toMatchObject([
      {
        ...{ number: raised.number, state: '办理中', lead: '市交通运输局', cause: '用海、用林' },
        ...{ fromMonth: '2023-04', orders: [], answers: [] },
        clock: { name: '解决时限', whose: '市交通运输局', light: 'green' },
      },
    ]);
    expect(chain.missing.map(({ station }) => station)).toEqual(['decision', 'evidence']);
  });

  test('with the task a meeting made of it, and with the files that show it done', async () => {
    await city.inCity(async (one) => {
      const { row } = await openMatter(one, {
        ...{ kind: 'task', title: '五月底前取得用海批复', seat: 'coordinator', source: 'meeting' },
        given: { content: '五月底前取得用海批复', source: '五月调度会议定事项第1项', dueDay: '2023-05-31' },
        lead: city.org('transport'),
      });
      await linkMatters(one, {
        ...{ matterId: row.matterId, version: undefined, to: problemId, link: 'spawned-from' },
        seat: 'coordinator',
      });
    });
    const evidence = [await city.sendFile(transport)];
    await city.act(transport, problemId, 'resolve', { given: { remedy: '批复已经取得', evidence } });
    const [problem] = (await chainFor(clerk)).matters;
    expect(problem).toMatchObject({
      ...{ state: '待确认', clock: { whose: '甘井子区' }, evidence: [{ name: '现场照片.png' }] },
      orders: [{ title: '五月底前取得用海批复', source: '五月调度会议定事项第1项', lead: '市交通运输局' }],
    });
    expect((await chainFor(clerk)).missing).toEqual([]);
    await city.act(district, problemId, 'confirm', { given: { satisfaction: 1 } });
    const after = await chainFor(clerk);
    expect(after.matters).toMatchObject([{ closedOn: '2023-05-12', clock: null }]);
    // The task still runs, though what it was to clear is cleared.
    expect(after.matters[0]?.orders[0]?.clock?.whose).toBe('市交通运输局');
  });

  test('shows a neighbour the light and nothing of what lies under the scope', async () => {
    const chain = await chainFor(neighbour);
    expect(chain).toMatchObject({
      ...{ withinScope: false, light: { overall: 'red', why: [] }, causes: [], matters: [], orders: [] },
      ...{ missing: [], mayOpen: false },
    });
    await expect(chainFor(admin)).rejects.toEqual(refused(403, 'access.denied'));
  });
});
