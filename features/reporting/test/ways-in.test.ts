import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, actorOf, findAccountByLogin } from '#access';
import { chainRows, checkRollups, stepsOf, undoImport } from '#engines/indicators';
import type { ProjectId } from '#engines/registry';
import { newId } from '#kernel/id';
import { writeReports } from '../../intake/acts/write-reports.ts';
import type { ReportRecord } from '../../intake/domain/report-record.ts';
import * as progress from '../../progress/contract.ts';
import * as contract from '../contract.ts';
import { type AMonth, aMonth, asPlanned, month, wanText } from './support/a-month.ts';

let city: AMonth;
beforeAll(async () => {
  city = await aMonth();
  await city.clerk.call(contract.assignPeriod, city.given);
}, 240_000);
afterAll(() => city?.close());

const accountOf = (login: string): Promise<Actor> =>
  city.inCity(async (one) => {
    const account = await findAccountByLogin(one.tx, login);
    return actorOf(one.tx, account!.accountId, one.today);
  });

/** A workbook of one row, read already. */
async function imports(login: string, projectId: ProjectId, cum: number): Promise<string> {
  const importId = newId<'import'>();
  const record: ReportRecord = {
    ...{ month, name: '', code: null, district: null, monthFen: null, cumFen: wanText(cum), progress: null },
    ...{ started: true, actualStart: null, entered: true, enteredOn: null, problem: null, problemDepts: [] },
    ...{ matter: null, matterLevel: null, reporter: null, reportedOn: null },
    ...{ projectKey: 'one', matchedBy: 'name' },
  };
  const row = {
    sheet: '表1',
    row: 4,
    status: 'accepted',
    record,
    nameRead: '',
    key: 'one',
    findings: [],
  } as const;
  const actor = await accountOf(login);
  await city.inCity(
    (one) =>
      writeReports(
        one,
        {
          ...{ kind: 'reports', year: 2023, month, receivedOn: one.today, sender: null, mapping: null },
          ...{ fileName: '月报.xlsx', importId },
        },
        { month, rows: [{ ...row, findings: [] }], ids: new Map([['one', projectId]]) },
        { acceptGood: true, acceptSimilar: false, reason: null, approver: null },
      ),
    actor,
  );
  return importId;
}

const stateOf = (projectId: ProjectId) =>
  city.inCity(async (one) => (await chainRows(one, month, [projectId]))[0]);

describe('a workbook', () => {
  test('of a district goes to the step after filling, and its importer does not review it', async () => {
    await imports('east-filler', city.east[0]!, 500);
    expect(await stateOf(city.east[0]!)).toMatchObject({
      state: 'district',
      filledByName: 'east-filler同志',
    });
    expect(await city.rowOf(city.reviewer, city.east[0]!)).toMatchObject({
      ...{ reported: { cumFen: wanText(500) }, verified: null, acts: ['pass', 'return'] },
    });
  });

  test('of the coordinating office counts as verified; taken back, the row waits for filling again', async () => {
    const importId = await imports('clerk', city.east[1]!, 500);
    expect(await stateOf(city.east[1]!)).toMatchObject({ state: 'verified' });
    await city.inCity((one) => undoImport(one, importId, '发错文件'));
    expect(await stateOf(city.east[1]!)).toMatchObject({ state: 'fill', returned: true, reportNumber: null });
    const row = await city.rowOf(city.filler, city.east[1]!);
    expect(row).toMatchObject({
      ...{ reported: null, verified: null, acts: ['fill'] },
      returned: { reason: '导入已撤销：发错文件' },
    });
    const again = { projectId: city.east[1]!, expectedVersion: row.version, facts: asPlanned };
    const { results } = await city.filler.call(contract.submitRows, { month, rows: [again] });
    expect(results).toMatchObject([{ outcome: 'done', state: 'district' }]);
  });
});

describe('a report saved by the coordinating office', () => {
  test('counts at once, with its light where the month was evaluated and is not locked', async () => {
    city.on('2023-06-11');
    await city.clerk.call(progress.evaluateLights, {});
    const id = city.east[2]!;
    const lineOf = async () =>
      (await city.leader.call(progress.projectMonths, { id, year: 2023 })).months.find(
        (one) => one.month === month,
      )!;
    expect((await lineOf()).light?.overall).toBe('grey');
    await city.clerk.call(progress.saveReport, { id, month, expectedNumber: 0, ...asPlanned });
    const line = await lineOf();
    expect(line).toMatchObject({
      ...{ reported: { cumFen: wanText(500) }, verified: { cumFen: wanText(500) }, locked: false },
      light: { overall: 'green', evaluatedOn: '2023-06-11' },
    });
    expect(await stateOf(id)).toMatchObject({ state: 'verified', filledByName: 'clerk同志' });
    expect((await city.inCity(checkRollups)).differences).toEqual([]);
  });

  test('before the lock; after it only on request', async () => {
    await city.section.call(contract.lockPeriod, { month, confirmMissing: true });
    const save = { id: city.east[2]!, month, expectedNumber: 1, ...asPlanned, cumFen: wanText(510) };
    await expect(
      city.clerk.call(progress.saveReport, { ...save, correctionReason: '漏报' }),
    ).rejects.toMatchObject({ status: 409, code: 'report.month_locked' });
  });
});

test('where a row stands is where its log says', async () => {
  const { rows, steps } = await city.inCity(async (one) => ({
    rows: await chainRows(one, month),
    steps: await stepsOf(one, month),
  }));
  expect(rows.length).toBe(3);
  for (const { subjectId, state } of rows)
    expect(steps.findLast((step) => step.subjectId === subjectId)?.toState).toBe(state);
});
