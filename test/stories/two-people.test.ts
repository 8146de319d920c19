import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase, openDatabase } from '#db';
import { asTableOwner, removeHome } from '#db/testing';
import { projectMonths, saveReport } from '#features/progress';
import { type CallRefused, newIdempotencyKey } from '#http/client';
import type { TestBrowser } from '#http/testing';
import type { Id } from '#kernel/id';
import type { Month } from '#kernel/month';
import { editProject, listProjects, projectHistory, readProject } from '../../features/projects/contract.ts';
import { type Served, serve } from '../support/served.ts';
import { signedIn } from '../support/signed-in.ts';
import { workingCity, year } from '../support/working-city.ts';

const home = realpathSync(mkdtempSync(join(tmpdir(), `guatu-test-${process.pid}-two-`)));
let served: Served;
let zhang: TestBrowser;
let li: TestBrowser;
let clerk: TestBrowser;
let projects: readonly { readonly projectId: Id<'project'>; readonly name: string }[];

beforeAll(async () => {
  const city = await workingCity(home, { projects: 6, today: '2023-06-08' });
  const people = [
    await city.person('zhang', 'district-filler'),
    await city.person('li', 'district-filler'),
    await city.person('keyuan', 'coordinator-clerk'),
  ];
  served = await serve(home, { env: city.env });
  const [first, second, third] = await Promise.all(people.map((one) => signedIn(served.baseUrl, one)));
  [zhang, li, clerk] = [first!, second!, third!];
  projects = (await clerk.call(listProjects, { year })).rows;
}, 300_000);
afterAll(async () => {
  await served?.signal('SIGTERM');
  await removeHome(home);
});

/** What a refused request says. */
const refusal = (call: Promise<unknown>): Promise<CallRefused> =>
  call.then(
    () => {
      throw new Error('it was not refused');
    },
    (error: CallRefused) => error,
  );

async function count(text: string): Promise<number> {
  const db = await openDatabase({ home });
  try {
    return Number((await asTableOwner(db, `select count(*)::int as n from ${text}`))[0]?.['n']);
  } finally {
    await closeDatabase(db);
  }
}

const may: Month = '2023-05';
/** One report, each time of another project. */
let used = 0;
const nextProject = () => projects[used++]!.projectId;
const wan = (amount: number) => `${BigInt(amount) * 1_000_000n}` as const;

describe('two people report the same month of a project', () => {
  test('the one who looked earlier and saves later is refused, and is shown both', async () => {
    const id = nextProject();
    const seen = await Promise.all([zhang, li].map(({ call }) => call(projectMonths, { id, year })));
    expect(seen.map(({ months }) => months[4]?.reportNumber)).toEqual([0, 0]);
    const mine = { id, month: may, expectedNumber: 0, cumFen: wan(500), progressText: '主体封顶' };
    await zhang.call(saveReport, mine);
    const late = await refusal(li.call(saveReport, { ...mine, cumFen: wan(480), progressText: '主体施工' }));
    expect(late).toMatchObject({
      status: 409,
      code: 'report.stale',
      details: {
        number: 1,
        standing: { cumFen: wan(500), progressText: '主体封顶', recordedBy: 'zhang同志' },
        sent: { cumFen: wan(480), progressText: '主体施工' },
      },
    });
    expect(late.text).toContain('已被他人更新');
    const months = (await li.call(projectMonths, { id, year })).months;
    expect(months[4]).toMatchObject({ reportNumber: 1, reported: { cumFen: wan(500) } });

    const again = { ...mine, cumFen: wan(480), expectedNumber: 1, correctionReason: '核对台账后更正' };
    expect(await li.call(saveReport, again)).toMatchObject({ outcome: 'corrected', report: { number: 2 } });
  });

  test('of two at the same moment one is taken and one refused', async () => {
    const id = nextProject();
    const save = ({ call }: TestBrowser, amount: number) =>
      call(saveReport, { id, month: may, expectedNumber: 0, cumFen: wan(amount) }).then(
        ({ report }) => report.cumFen,
        ({ code }: CallRefused) => code,
      );
    const outcomes = await Promise.all([save(zhang, 301), save(li, 302)]);
    expect(outcomes.filter((one) => one === 'report.stale')).toHaveLength(1);
    const taken = outcomes.find((one) => one !== 'report.stale');
    expect([wan(301), wan(302)]).toContain(taken);
    const { months } = await zhang.call(projectMonths, { id, year });
    expect(months[4]).toMatchObject({ reportNumber: 1, reported: { cumFen: taken } });
  });
});

describe('two people edit one project', () => {
  test('the later save on the older version is refused with both versions; nothing of it is there', async () => {
    const id = nextProject();
    const { version } = await clerk.call(readProject, { id });
    await clerk.call(editProject, { id, version, industry: '装备制造', reason: '按批复更正' });
    const late = await refusal(
      zhang.call(editProject, { id, version, industry: '仓储物流', nature: '扩建', reason: '现场核实' }),
    );
    expect(late).toMatchObject({
      status: 409,
      code: 'project.stale',
      details: { version, now: { version: version + 1, industry: '装备制造', nature: '新建' } },
    });
    const now = await zhang.call(readProject, { id });
    expect(now).toMatchObject({ version: version + 1, industry: '装备制造', nature: '新建' });
    await zhang.call(editProject, { id, version: now.version, industry: '仓储物流', reason: '现场核实' });
    const history = await clerk.call(projectHistory, { id });
    expect(history.filter(({ changes }) => changes.length > 0).map(({ by }) => by)).toEqual(
      expect.arrayContaining(['keyuan同志', 'zhang同志']),
    );
  });
});

describe('a request that is sent again', () => {
  const report = (id: Id<'project'>) => ({ id, month: may, expectedNumber: 0, cumFen: wan(200) });
  const acts = (id: Id<'project'>) =>
    count(`city.audit where action = 'report.fill' and outcome = 'done' and details->>'projectId' = '${id}'`);
  const reports = (id: Id<'project'>) => count(`city.report where subject_id = '${id}'`);

  test('with the same key acts once and gives the same answer, also five times at once', async () => {
    const id = nextProject();
    const key = { idempotencyKey: newIdempotencyKey() };
    const send = () => zhang.call(saveReport, report(id), key);
    const answers = await Promise.all([send(), send(), send(), send(), send()]);
    for (const answer of [...answers, await send()]) expect(answer).toEqual(answers[0]);
    expect([await reports(id), await acts(id)]).toEqual([1, 1]);
  });

  test('with the same key and another content is refused, and nothing is done', async () => {
    const id = nextProject();
    const key = { idempotencyKey: newIdempotencyKey() };
    await zhang.call(saveReport, report(id), key);
    const other = { ...report(id), expectedNumber: 1, cumFen: wan(999), correctionReason: '改错了' };
    expect(await refusal(zhang.call(saveReport, other, key))).toMatchObject({
      status: 422,
      code: 'http.key_reused',
    });
    expect([await reports(id), await acts(id)]).toEqual([1, 1]);
  });

  test('by somebody else with an equal key is a request of its own', async () => {
    const id = nextProject();
    const key = { idempotencyKey: newIdempotencyKey() };
    await zhang.call(saveReport, report(id), key);
    expect(await refusal(li.call(saveReport, report(id), key))).toMatchObject({ code: 'report.stale' });
    expect([await reports(id), await acts(id)]).toEqual([1, 1]);
  });
});
