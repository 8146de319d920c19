import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRollups } from '#engines/indicators';
import type { ProjectId } from '#engines/registry';
import { newIdempotencyKey } from '#http/client';
import * as contract from '../contract.ts';
import {
  evenMonths,
  mayOf2023 as month,
  type ProgressCity,
  progressCity,
  wanText,
} from './support/a-city.ts';

type Person = Awaited<ReturnType<ProgressCity['person']>>;

let city: ProgressCity;
let id: ProjectId;
let eastFiller: Person;
let eastOther: Person;
let eastReviewer: Person;
let westFiller: Person;
let clerk: Person;
let leader: Person;

beforeAll(async () => {
  city = await progressCity();
  id = await city.project('东川新城', { district: 'east', category: '在建', months: evenMonths });
  await city.imported(id, '2023-04', 380);
  eastFiller = await city.person('east-filler', { role: 'district-filler', org: 'east' });
  eastOther = await city.person('east-other', { role: 'district-filler', org: 'east' });
  eastReviewer = await city.person('east-reviewer', { role: 'district-reviewer', org: 'east' });
  westFiller = await city.person('west-filler', { role: 'district-filler', org: 'west' });
  clerk = await city.person('clerk', { role: 'coordinator-clerk' });
  leader = await city.person('leader', { role: 'leader' });
}, 120_000);
afterAll(() => city?.close());

const report = { monthFen: wanText(90), cumFen: wanText(470), started: true, entered: true } as const;
const mayOf = async (by: Person) =>
  (await by.call(contract.projectMonths, { id, year: 2023 })).months.find((one) => one.month === month)!;

describe('a monthly report', () => {
  test('is filed by the district, with plan, progress and no contradiction beside it', async () => {
    const saved = await eastFiller.call(contract.saveReport, { id, month, expectedNumber: 0, ...report });
    expect(saved).toMatchObject({
      outcome: 'filed',
      report: { number: 1, cumFen: wanText(470), reporter: 'east-filler同志', recordedBy: 'east-filler同志' },
      contradictions: [],
    });
    expect(await mayOf(leader)).toMatchObject({
      ...{ owes: true, category: 'building', planFen: wanText(100), planCumFen: wanText(500) },
      ...{
        reported: { number: 1, cumFen: wanText(470) },
        verified: null,
        reportNumber: 1,
        verifiedNumber: 0,
      },
      ...{ plannedProgress: '41.7', actualProgress: '39.2', timeProgress: '41.7', light: null },
    });
  });

  test('saved by two people shows the second what the first wrote, and writes nothing', async () => {
    const stale = eastOther.call(contract.saveReport, { id, month, expectedNumber: 0, cumFen: wanText(480) });
    await expect(stale).rejects.toMatchObject({
      status: 409,
      code: 'report.stale',
      details: { number: 1, standing: { cumFen: wanText(470), recordedBy: 'east-filler同志' } },
    });
    expect(await mayOf(eastOther)).toMatchObject({ reportNumber: 1, reported: { cumFen: wanText(470) } });
  });

  test('saved by two people at once is taken from one of them', async () => {
    const april = (by: Person, n: number) =>
      by.call(contract.saveReport, {
        ...{ id, month: '2023-03', expectedNumber: 0, cumFen: wanText(n), started: true },
      });
    const outcomes = await Promise.allSettled([april(eastFiller, 290), april(eastOther, 295)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'report.stale' },
    });
  });

  test('retried after a lost answer acts once', async () => {
    const input = { id, month: '2023-02', expectedNumber: 0, cumFen: wanText(200), started: true } as const;
    const options = { idempotencyKey: newIdempotencyKey() };
    const first = await eastFiller.call(contract.saveReport, input, options);
    expect(await eastFiller.call(contract.saveReport, input, options)).toEqual(first);
    const { months } = await eastFiller.call(contract.projectMonths, { id, year: 2023 });
    expect(months[1]).toMatchObject({ reportNumber: 1 });
  });

  test('corrected says why; the same again changes nothing', async () => {
    const change = { id, month, ...report, cumFen: wanText(475) };
    await expect(
      eastFiller.call(contract.saveReport, { ...change, expectedNumber: 1 }),
    ).rejects.toMatchObject({ status: 422, code: 'report.correction_unexplained' });
    const saved = await eastFiller.call(contract.saveReport, {
      ...{ ...change, expectedNumber: 1, correctionReason: '漏报一笔' },
    });
    expect(saved).toMatchObject({
      outcome: 'corrected',
      report: { number: 2, correctionReason: '漏报一笔' },
    });
    // 380 + 90 is not 475: kept as reported, and said beside the field.
    expect(saved.contradictions).toMatchObject([{ code: 'cum-sum-mismatch', about: 'cumFen' }]);
    expect((await mayOf(leader)).contradictions).toEqual(saved.contradictions);
    city.on('2023-06-09');
    const again = await eastFiller.call(contract.saveReport, { ...change, expectedNumber: 2 });
    city.on('2023-06-08');
    expect(again).toMatchObject({ outcome: 'unchanged', report: { number: 2 } });
  });

  test.each([
    ['a cumulative below the month before', { cumFen: wanText(300) }, 'cum-decreases', 'cumFen'],
    ['nothing cumulative', { monthFen: wanText(1) }, 'cum-missing', 'cumFen'],
    ['more than the project costs', { cumFen: wanText(99_500) }, 'cum-gt-total', 'cumFen'],
    [
      'money spent before the start',
      { cumFen: wanText(400), started: false },
      'invest-not-started',
      'cumFen',
    ],
    ['a start after today', { cumFen: wanText(400), actualStart: '2023-07' }, 'date-future', 'actualStart'],
  ] as const)('being typed with %s is told so at once', async (_what, typed, code, about) => {
    const { contradictions } = await eastFiller.call(contract.checkReport, { id, month, ...typed });
    expect(contradictions).toContainEqual({ code, about, text: expect.any(String) });
  });

  test.each([
    ['a month to come', { month: '2023-07' as const, expectedNumber: 0 }, 422, 'report.month_ahead'],
    ['a year on no list', { month: '2022-05' as const, expectedNumber: 0 }, 409, 'report.not_owed'],
    ['words of a secret', { month, expectedNumber: 2, progressText: '机密★10年' }, 422, 'secrecy.marked'],
  ])('for %s is refused', async (_what, input, status, code) => {
    await expect(eastFiller.call(contract.saveReport, { id, ...report, ...input })).rejects.toMatchObject({
      ...{ status, code },
    });
  });
});

describe('the neighbouring district', () => {
  test('may not write, and is told so', async () => {
    const attempts = [
      westFiller.call(contract.saveReport, { id, month, expectedNumber: 2, ...report }),
      westFiller.call(contract.checkReport, { id, month, ...report }),
      westFiller.call(contract.verifyReport, { id, month, reportNumber: 2, expectedNumber: 0 }),
    ];
    for (const outcome of await Promise.allSettled(attempts)) {
      expect(outcome).toMatchObject({ reason: { status: 403, code: 'access.denied' } });
    }
  });

  test('sees name and months without a single amount', async () => {
    const page = await westFiller.call(contract.projectMonths, { id, year: 2023 });
    expect(page).toMatchObject({ name: '东川新城', withinScope: false, totalFen: null, planVersions: [] });
    expect(page.may).toEqual({ fill: false, review: false, verify: false, plan: false });
    for (const line of page.months) {
      expect(line).toMatchObject({ planFen: null, planCumFen: null, reported: null, verified: null });
    }
  });
});

describe('verification', () => {
  const seen = { id: undefined as unknown as ProjectId, month, reportNumber: 2, expectedNumber: 0 };
  beforeAll(() => {
    seen.id = id;
  });

  test('is for the coordinating office: neither who fills nor the district’s reviewer', async () => {
    for (const by of [eastFiller, eastReviewer])
      await expect(by.call(contract.verifyReport, seen)).rejects.toMatchObject({ status: 403 });
  });

  test('is never by the person who filled, whatever roles the account has', async () => {
    const both = await city.person(
      'east-both',
      { role: 'district-filler', org: 'east' },
      { role: 'district-reviewer', org: 'east' },
    );
    const own = { id, month: '2023-01' } as const;
    await both.call(contract.saveReport, { ...own, expectedNumber: 0, cumFen: wanText(95), started: true });
    const returned = both.call(contract.returnReport, { ...own, reportNumber: 1, reason: '请核' });
    await expect(returned).rejects.toMatchObject({ status: 409, code: 'access.same_person' });
  });

  test('of a report that was corrected since is refused and shows the new one', async () => {
    await expect(clerk.call(contract.verifyReport, { ...seen, reportNumber: 1 })).rejects.toMatchObject({
      ...{
        status: 409,
        code: 'report.changed_since',
        details: { number: 2, standing: { cumFen: wanText(475) } },
      },
    });
  });

  test('takes the figures over; another figure says why and leaves the reported one', async () => {
    await expect(clerk.call(contract.verifyReport, { ...seen, cumFen: wanText(460) })).rejects.toMatchObject({
      status: 422,
      code: 'report.difference_unexplained',
    });
    const verified = await clerk.call(contract.verifyReport, seen);
    expect(verified).toMatchObject({ outcome: 'filed', report: { cumFen: wanText(475) } });
    const lower = { ...seen, expectedNumber: 1, cumFen: wanText(460), correctionReason: '扣除土地费' };
    await clerk.call(contract.verifyReport, lower);
    expect(await mayOf(eastFiller)).toMatchObject({
      ...{ reported: { cumFen: wanText(475), number: 2 }, verified: { cumFen: wanText(460), number: 2 } },
      ...{ verificationOutdated: false },
    });
  });

  test('is outdated by a correction and then asked for anew', async () => {
    await eastFiller.call(contract.saveReport, {
      ...{ id, month, ...report, cumFen: wanText(478), expectedNumber: 2, correctionReason: '再补一笔' },
    });
    expect(await mayOf(eastReviewer)).toMatchObject({ verificationOutdated: true });
    const anew = { ...seen, reportNumber: 3, expectedNumber: 2 };
    expect(await clerk.call(contract.verifyReport, anew)).toMatchObject({ outcome: 'corrected' });
  });

  test('or return: the filler sees why, and the correction answers it without a second reason', async () => {
    const back = { id, month, reportNumber: 3, reason: '累计与上月不衔接' };
    await clerk.call(contract.returnReport, back);
    await clerk.call(contract.returnReport, back);
    expect(await mayOf(eastFiller)).toMatchObject({
      returned: { reason: '累计与上月不衔接', by: 'clerk同志' },
    });
    const saved = await eastFiller.call(contract.saveReport, {
      ...{ id, month, ...report, cumFen: wanText(470), expectedNumber: 3 },
    });
    expect(saved.report).toMatchObject({ number: 4, correctionReason: '退回更正：累计与上月不衔接' });
    expect(await mayOf(eastFiller)).toMatchObject({ returned: null });
  });
});

test('after all of this the kept sums are those of the rows', async () => {
  const { checked, differences } = await city.inCity(checkRollups);
  expect(checked).toBeGreaterThan(0);
  expect(differences).toEqual([]);
});
