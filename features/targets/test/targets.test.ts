import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyRows, inScope } from '#db';
import { fileReport, targetsSection } from '#engines/indicators';
import type { ProjectId } from '#engines/registry';
import { readWorkbook } from '#sheets';
import {
  aCity,
  aProject,
  evaluateOn,
  type Person,
  planAndReport,
  type TestCity,
  yi,
} from '../../projects/test/support/a-city.ts';
import * as contract from '../contract.ts';
import { targetsRoutes } from '../routes.ts';

let city: TestCity;
let clerk: Person;
let east: Person;
let planning: Person;
let leader: Person;
let projectId: ProjectId;
beforeAll(async () => {
  city = await aCity('2023-05-02', { routes: targetsRoutes, sections: [targetsSection] });
  clerk = await city.person('clerk', { role: 'coordinator-clerk' });
  east = await city.person('east', { role: 'district-filler', orgId: city.orgs.east });
  planning = await city.person('planning', { role: 'department', orgId: city.orgs.planning });
  leader = await city.person('leader', { role: 'leader' });
  projectId = (await aProject(clerk, '东川机床厂', city.orgs.east)).projectId;
  await city.goTo('2023-06-10');
});
afterAll(() => city.close());

const indicator = 'listed-investment';
const ask = { year: 2023, indicator };
const amount = (value: number) => `${BigInt(value) * 10_000_000_000n}` as const;
const evenMonths = (value: number) => Array.from({ length: 12 }, () => amount(value / 12));

function line(kind: 'city' | 'district' | 'department', party: string, value: number | null, more = {}) {
  const whole = value === null ? null : amount(value);
  return { kind, party, expectedNumber: 0, value: whole, base: null, months: null, ...more };
}

describe('a year’s target', () => {
  test('is set by coordinators, and what does not reconcile is said at once', async () => {
    const lines = [
      line('city', 'city', 120),
      line('district', city.orgs.east, 60),
      line('district', city.orgs.west, 48),
    ];
    for (const by of [east, leader]) {
      await expect(by.call(contract.saveTargets, { ...ask, lines })).rejects.toMatchObject({
        code: 'access.denied',
      });
    }
    const { changed, unreconciled } = await clerk.call(contract.saveTargets, { ...ask, lines });
    expect(changed).toBe(3);
    const differing = unreconciled.filter(({ what }) => what !== 'no-months');
    expect(differing).toMatchObject([
      { what: 'missing-district', name: '港区' },
      { what: 'districts', name: '三川全市', whole: amount(120), parts: amount(108), difference: amount(12) },
    ]);
    const { rows } = await leader.call(contract.unreconciledTargets, { year: 2023 });
    expect(rows.filter((row) => row.what === 'districts')).toMatchObject([{ indicator }]);
  });

  test('changes only with reason and approver, who is somebody else, and keeps every version', async () => {
    const change = { ...line('district', city.orgs.west, 60), expectedNumber: 1 };
    const save = (more: object) => clerk.call(contract.saveTargets, { ...ask, lines: [change], ...more });
    await expect(save({})).rejects.toMatchObject({ code: 'target.reason_missing' });
    await expect(save({ reason: '项目延期', approver: 'clerk同志' })).rejects.toMatchObject({
      code: 'access.same_person',
    });
    await save({ reason: '港区并入', approver: '三政发〔2023〕6号' });
    await expect(save({ reason: '再改', approver: '李主任' })).rejects.toMatchObject({
      status: 409,
      code: 'target.stale',
      details: { party: '西川区', number: 2, seen: 1 },
    });
    const history = await leader.call(contract.targetHistory, ask);
    expect(
      history
        .filter(({ name }) => name === '西川区')
        .map(({ number, value, approver }) => [number, value, approver]),
    ).toEqual([
      [2, amount(60), '三政发〔2023〕6号'],
      [1, amount(48), null],
    ]);
    const kept = await city.asOwner(
      `select count(*)::integer as n from city.target_version where party = $1`,
      [city.orgs.west],
    );
    expect(kept).toEqual([{ n: 2 }]);
  });

  test('is broken down to months by whose it is, who cannot change the year', async () => {
    const now = (await east.call(contract.readTargets, ask)).rows;
    expect(now.map(({ name, mayEdit }) => [name, mayEdit])).toContainEqual(['东川区', 'months']);
    expect(now.find(({ name }) => name === '西川区')?.mayEdit).toBe('none');
    const mine = { ...line('district', city.orgs.east, 60), expectedNumber: 1 };
    const reason = { reason: '分解到月', approver: '区政府常务会议' };
    const save = (by: Person, change: object) =>
      by.call(contract.saveTargets, { ...ask, lines: [{ ...mine, ...change }], ...reason });
    await expect(save(east, { value: amount(50) })).rejects.toMatchObject({
      status: 403,
      code: 'target.year_not_yours',
    });
    await expect(save(east, { party: city.orgs.west, expectedNumber: 2 })).rejects.toMatchObject({
      code: 'access.denied',
    });
    const short = [...evenMonths(60).slice(0, 11), '0' as const];
    const { unreconciled } = await save(east, { months: short });
    expect(unreconciled).toContainEqual(
      expect.objectContaining({ what: 'months', name: '东川区', difference: amount(5) }),
    );
    const { unreconciled: after } = await save(east, { months: evenMonths(60), expectedNumber: 2 });
    expect(after.filter((row) => row.what === 'months')).toEqual([]);
  });

  test.each([
    ['a party that is none', { party: '00000000-0000-7000-8000-00000000abcd' }, 'target.no_party'],
    ['a negative amount', { value: '-1' as const }, 'target.value_wrong'],
    ['a base of what is no growth', { base: '1' as const }, 'target.base_only_growth'],
    ['months of no year', { value: null, months: evenMonths(12) }, 'target.months_without_year'],
  ])('with %s is refused', async (_, more, code) => {
    const odd = { ...line('department', city.orgs.planning, 5), ...more };
    await expect(clerk.call(contract.saveTargets, { ...ask, lines: [odd] })).rejects.toMatchObject({ code });
  });
});

test('beside the target stands what was reached, from the verified reports of listed projects', async () => {
  await planAndReport(city, projectId, { month: '2023-05', cumFen: BigInt(yi(7)) });
  await evaluateOn(city, '2023-06-10');
  const { indicators } = await leader.call(contract.achievement, { month: '2023-05' });
  const rows = indicators.find((one) => one.indicator.id === indicator)?.rows;
  expect(rows?.find(({ name }) => name === '东川区')).toMatchObject({
    target: amount(60),
    toMonth: amount(25),
    actual: yi(7),
    actualMonth: null,
  });
  expect(rows?.find(({ name }) => name === '三川全市')).toMatchObject({ toMonth: null, actual: yi(7) });
});

test('an amount of another district is withheld, since it may be that of one project', async () => {
  const actualFor = async (by: Person, name: string) => {
    const { indicators } = await by.call(contract.achievement, { month: '2023-05' });
    const rows = indicators.find((one) => one.indicator.id === indicator)?.rows;
    return rows?.find((row) => row.name === name)?.actual;
  };
  expect(await actualFor(east, '东川区')).toBe(yi(7));
  const west = await city.person('other', { role: 'district-filler', orgId: city.orgs.west });
  expect(await actualFor(west, '东川区')).toBeNull();
  expect(await actualFor(west, '西川区')).toBe('0');
});

test('starts are counted where a verified report says so of a project that is to start this year', async () => {
  const aStart = async (name: string, category: '新开工' | '在建', month: '2023-03' | '2023-05') => {
    const entry = { year: 2023, category, plannedStart: '2023-03', totalFen: yi(2), planYearFen: yi(1) };
    const { projectId: subjectId } = await aProject(clerk, name, city.orgs.west, { entry });
    const report = { subjectId, month, receivedOn: '2023-06-05' as const, cumFen: 1n, started: true };
    await city.inCity((one) => fileReport(one, report, { expectedNumber: 0, counts: 'verified' }));
    return report;
  };
  await aStart('西川电厂', '新开工', '2023-03');
  await aStart('西川水厂', '在建', '2023-03');
  const late = await aStart('西川气厂', '新开工', '2023-05');
  const startsIn = async (month: '2023-03' | '2023-05') => {
    const { indicators } = await leader.call(contract.achievement, { month });
    const rows = indicators.find((one) => one.indicator.id === 'starts')?.rows;
    return rows?.find((row) => row.name === '三川全市')?.actual;
  };
  expect([await startsIn('2023-03'), await startsIn('2023-05')]).toEqual(['1', '2']);
  const back = { ...late, started: false };
  await city.inCity((one) =>
    fileReport(one, back, { expectedNumber: 1, counts: 'verified', correctionReason: '只办了仪式' }),
  );
  expect(await startsIn('2023-05')).toBe('1');
});

test('the database itself keeps an office to its own line, and the bureau’s totals to the city', async () => {
  const scope = { cityId: 829_900, actorId: 'x', reach: 'holders' as const, holders: [city.orgs.east] };
  const figure = (party: string, origin: string) =>
    inScope(city.db, scope, (tx) =>
      copyRows(
        tx,
        'city.indicator_figure',
        [
          ...['city_id', 'indicator', 'party_kind', 'party', 'month', 'origin', 'number', 'value', 'caliber'],
          ...['source', 'stated_on', 'actor_id', 'recorded_by'],
        ],
        [[829_900, 'x', 'district', party, '2023-05', origin, 1, 1n, '口径', '来源', '2023-06-01', 'x', 'x']],
      ),
    );
  await expect(figure(city.orgs.west, 'owner')).rejects.toMatchObject({ code: '42501' });
  await expect(figure(city.orgs.east, 'statistics')).rejects.toMatchObject({ code: '42501' });
  await figure(city.orgs.east, 'owner');
});

describe('the statistics bureau’s totals', () => {
  const table = (rows: string[]) => new TextEncoder().encode(['地区,月份,指标,累计数', ...rows].join('\n'));
  const read = (rows: string[]) =>
    clerk.call(contract.readTotalsFile, { file: { name: '统计数.csv', bytes: table(rows) } });

  test('are read from a table with every fault named, and written once they are right', async () => {
    const { rows, findings } = await read([
      '全市,2023-05,固定资产投资,"1,234.5"',
      '东川区,2023年5月,固定资产投资,600',
      '北川区,2023-05,固定资产投资,1',
      '西川区,五月,固定资产投资,1',
      '西川区,2023-05,项目个数,1',
      '西川区,2023-05,固定资产投资,约五亿',
    ]);
    expect(rows.map(({ partyName, month, value }) => [partyName, month, value])).toEqual([
      ['三川全市', '2023-05', '12345000000000'],
      ['东川区', '2023-05', amount(600)],
    ]);
    expect(findings.map(({ row, column, message }) => [row, column, message])).toEqual([
      [4, '地区', '没有这个地区'],
      [5, '月份', '不是月份'],
      [6, '指标', '没有这个统计指标'],
      [7, '累计数', '不是数字'],
    ]);
    const bare = rows.map(({ row: _, partyName: __, ...one }) => one);
    const about = { source: '三川统计月报2023年第5期', statedOn: '2023-06-09' as const };
    const write = (more: object = {}) => clerk.call(contract.recordTotals, { rows: bare, ...about, ...more });
    await expect(write({ statedOn: '2023-06-11' })).rejects.toMatchObject({
      code: 'figure.stated_in_future',
    });
    await expect(write({ rows: bare.map((one) => ({ ...one, month: '2023-06' })) })).rejects.toMatchObject({
      code: 'figure.month_not_over',
    });
    expect(await write()).toEqual({ recorded: 2 });
    expect(await write()).toEqual({ recorded: 0 });
    await expect(east.call(contract.recordTotals, { rows: bare, ...about })).rejects.toMatchObject({
      code: 'access.denied',
    });
  });

  test('stand beside our own with both calibers and the difference, and are no demand', async () => {
    const { indicators } = await east.call(contract.compareFigures, { month: '2023-05' });
    const fixed = indicators.find((one) => one.indicator.id === 'fixed-investment');
    expect(fixed?.indicator.reportedCaliber).toContain('清单');
    expect(fixed?.rows.find(({ name }) => name === '东川区')).toMatchObject({
      reported: yi(7),
      statistics: amount(600),
      difference: amount(7 - 600),
      source: '三川统计月报2023年第5期',
      statedOn: '2023-06-09',
    });
    expect(fixed?.rows.find(({ name }) => name === '东川区')?.caliber).toContain('统计部门公布');
    expect(fixed?.rows.find(({ name }) => name === '西川区')).toMatchObject({
      statistics: null,
      difference: null,
    });
  });

  test('have no room for a project’s own return', async () => {
    const columns = await city.asOwner(
      `select column_name from information_schema.columns where table_name = 'indicator_figure'`,
    );
    expect(
      columns.map((one) => String(one['column_name'])).filter((name) => /project|subject/.test(name)),
    ).toEqual([]);
    const ofProject = { indicator: 'fixed-investment', kind: 'district' as const, month: '2023-05' as const };
    const party = '00000000-0000-7000-8000-00000000abcd';
    const rows = [{ ...ofProject, party, value: '1' as const }];
    await expect(
      clerk.call(contract.recordTotals, { rows, source: '报表', statedOn: '2023-06-09' }),
    ).rejects.toMatchObject({ code: 'target.no_party' });
  });
});

describe('the roster', () => {
  test('tells since when a project is registered, beside what its reports say', async () => {
    const { projectId: id, number } = await aProject(clerk, '东川造船厂', city.orgs.east);
    const bytes = new TextEncoder().encode(
      `项目\t入统日期\n${number}\t2023-05-20\n没有的项目\t2023-05-20\n东川造船厂\t五月`,
    );
    const { rows, findings } = await clerk.call(contract.readRosterFile, {
      file: { name: '名册.csv', bytes },
    });
    expect(rows).toMatchObject([{ projectId: id, enteredOn: '2023-05-20' }]);
    expect(findings.map(({ row, message }) => [row, message])).toEqual([
      [3, '没有这个项目'],
      [4, '不是日期'],
    ]);
    const about = { source: '5月入统名册', statedOn: '2023-06-09' as const };
    const given = rows.map(({ enteredOn }) => ({ projectId: id, enteredOn }));
    expect(await clerk.call(contract.recordRoster, { rows: given, ...about })).toEqual({ recorded: 1 });
    const roster = await east.call(contract.readRoster, { year: 2023, view: 'only-roster' });
    expect(roster.rows).toMatchObject([
      { name: '东川造船厂', onRoster: true, enteredOn: '2023-05-20', source: '5月入统名册', reported: null },
    ]);
    const west = await city.person('west', { role: 'district-filler', orgId: city.orgs.west });
    const others = (await west.call(contract.readRoster, { year: 2023 })).rows;
    expect(others.map((row) => row.name)).not.toContain('东川造船厂');
  });
});

test('everything goes out in one workbook', async () => {
  const file = await planning.call(contract.exportTargets, { month: '2023-05' });
  const { sheets } = await readWorkbook(file.bytes, { name: file.name });
  expect(sheets.map(({ name }) => name)).toEqual(['目标完成情况', '目标分解', '对不上的']);
  const texts = sheets.map((sheet) =>
    [...sheet.rows.values()].flatMap((row) => [...row.cells.values()].map((cell) => cell.text)),
  );
  expect(texts[0]).toContain('东川区');
  expect(texts[1]).toContain('三政发〔2023〕6号');
  expect(texts[2]).toContain('没有下达目标');
});
