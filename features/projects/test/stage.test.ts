import { afterAll, beforeAll, expect, test } from 'vitest';
import { dutiesOf } from '#engines/indicators';
import * as contract from '../contract.ts';
import { aCity, aProject, type Person, type TestCity } from './support/a-city.ts';

let city: TestCity;
let clerk: Person;
let east: Person;
beforeAll(async () => {
  city = await aCity('2023-06-01');
  clerk = await city.person('clerk', { role: 'coordinator-clerk' });
  east = await city.person('east', { role: 'district-filler', orgId: city.orgs.east });
});
afterAll(() => city.close());

test('the form is told what the next stages ask for, and nothing else', async () => {
  const { projectId: id } = await aProject(east, '东川机床厂', city.orgs.east);
  const next = await east.call(contract.nextStages, { id });
  expect(next.map((stage) => stage.name)).toEqual(['完工', '暂停', '终止']);
  expect(next[0]).toMatchObject({
    id: 'built',
    closed: true,
    demands: [{ ways: [[{ id: 'completion-statement', name: '完工证明' }]] }],
    unknown: [],
  });
});

test('a stage without its evidence is refused by name; with it the project moves and owes no report', async () => {
  await city.goTo('2023-06-01');
  const { projectId: id, version } = await aProject(east, '东川造纸厂', city.orgs.east);
  await city.goTo('2023-06-10');
  const move = { id, version, to: 'built', on: '2023-06-08' as const };
  await expect(east.call(contract.changeStage, { ...move, evidence: [] })).rejects.toMatchObject({
    status: 422,
    code: 'stage.evidence_missing',
    text: '进入“完工”须有佐证，还缺：完工证明',
  });
  const bare = east.call(contract.changeStage, { ...move, evidence: [{ kind: 'completion-statement' }] });
  await expect(bare).rejects.toMatchObject({ status: 422, code: 'stage.evidence_empty' });
  await city.inCity(async (one) => expect((await dutiesOf(one, id)).at(-1)?.owes).toBe(true));

  const evidence = [
    { kind: 'completion-statement', on: '2023-06-07' as const, reference: '东建验〔2023〕7号' },
  ];
  await east.call(contract.changeStage, { ...move, evidence });
  const page = await clerk.call(contract.readProject, { id });
  expect(page.stage).toMatchObject({ id: 'built', name: '完工', since: '2023-06-08', closed: true });
  expect(page.stages.at(-1)).toMatchObject({
    from: '在建',
    to: '完工',
    basis: 'evidence',
    by: 'east同志',
    evidence: [{ name: '完工证明', on: '2023-06-07', reference: '东建验〔2023〕7号', note: null }],
  });
  await city.inCity(async (one) =>
    expect((await dutiesOf(one, id)).at(-1)).toMatchObject({
      owes: false,
      reason: '完工',
      fromMonth: '2023-06',
    }),
  );
  const stale = east.call(contract.changeStage, { ...move, to: 'accepted', evidence });
  await expect(stale).rejects.toMatchObject({ code: 'project.stale', details: { now: { version: 2 } } });
});

test('a paused project that is taken up again owes reports again', async () => {
  await city.goTo('2023-06-01');
  const { projectId: id, version } = await aProject(clerk, '东川化肥厂', city.orgs.east);
  await city.goTo('2023-06-10');
  const paused = { kind: 'pause-approval', note: '资金链断裂，6月2日专题会议同意暂停' };
  const first = await clerk.call(contract.changeStage, {
    ...{ id, version, to: 'paused', on: '2023-06-02', evidence: [paused] },
  });
  const photo = { kind: 'site-photo', note: '6月9日现场照片，存档案室' };
  await clerk.call(contract.changeStage, {
    ...{ id, version: first.version, to: 'building', on: '2023-06-09', evidence: [photo] },
  });
  await city.inCity(async (one) =>
    expect((await dutiesOf(one, id)).at(-1)).toMatchObject({ owes: true, category: 'building' }),
  );
});

test('entry in statistics is stated with its day and clears the project from 应统未统', async () => {
  const { projectId: id } = await aProject(east, '东川热电厂', city.orgs.east);
  const ask = { year: 2023, projectId: id };
  const before = await east.call(contract.statisticsEntry, ask);
  expect(before.rows).toMatchObject([{ state: 'due' }]);
  expect(before.rule).not.toBe('');
  const undated = east.call(contract.recordStatistics, { id, entered: true, source: '统计局反馈' });
  await expect(undated).rejects.toMatchObject({ code: 'statistics.day_wrong' });
  await east.call(contract.recordStatistics, {
    id,
    entered: true,
    enteredOn: '2023-05-20',
    source: '统计局反馈',
  });
  const after = await east.call(contract.statisticsEntry, ask);
  expect(after.rows).toMatchObject([{ state: 'entered', enteredOn: '2023-05-20', statedOn: '2023-06-10' }]);
});

test('whoever must have a contact and has none is a gap, seen by those whose project it is', async () => {
  const { projectId } = await aProject(east, '东川港二期', city.orgs.east);
  const west = await city.person('west', { role: 'district-filler', orgId: city.orgs.west });
  const mine = (rows: readonly { projectId: string }[]) => rows.filter((row) => row.projectId === projectId);
  const gaps = await clerk.call(contract.responsibilityGaps, { year: 2023 });
  expect(mine(gaps.rows)).toMatchObject([{ kind: { name: '联系人' }, result: 'missing' }]);
  expect(mine((await east.call(contract.responsibilityGaps, { year: 2023 })).rows)).toHaveLength(1);
  expect((await west.call(contract.responsibilityGaps, { year: 2023 })).rows).toEqual([]);
});

test('a gap tells its clause, its district and since when it is open; only above the threshold and while it lives', async () => {
  await city.goTo('2023-06-01');
  const small = { detail: { totalFen: '9999999999' }, entry: { year: 2023, category: '新开工' } };
  const { projectId: below } = await aProject(east, '东川小厂', city.orgs.east, small);
  const exact = { detail: { totalFen: '10000000000' }, entry: { year: 2023, category: '新开工' } };
  const { projectId: at } = await aProject(east, '东川大厂', city.orgs.east, exact);
  const { projectId: ended } = await aProject(east, '东川旧厂', city.orgs.east, { ...exact, stage: 'ended' });
  await city.goTo('2023-06-10');
  const { rows, kinds, districts } = await clerk.call(contract.responsibilityGaps, { year: 2023 });
  const of = (id: string) => rows.filter((row) => row.projectId === id);
  expect(of(at)).toMatchObject([
    {
      kind: { id: 'contact' },
      clause: 'SC24-02',
      districts: [{ name: '东川区' }],
      openSince: '2023-06-01',
      daysOpen: 9,
    },
  ]);
  expect([...of(below), ...of(ended)]).toEqual([]);
  expect(kinds).toEqual([{ id: 'contact', name: '联系人', count: rows.length }]);
  expect(districts).toMatchObject([{ name: '东川区', count: rows.length }]);
  const none = await clerk.call(contract.responsibilityGaps, { year: 2023, district: city.orgs.west });
  expect(none.rows).toEqual([]);
  const file = await east.call(contract.exportGaps, { year: 2023 });
  expect(file.name).toContain('责任缺口');
});
