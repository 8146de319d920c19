import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileReport } from '#engines/indicators';
import type { ProjectId } from '#engines/registry';
import { readWorkbook } from '#sheets';
import { changeStage, editProject, readProject } from '../../projects/contract.ts';
import { aCity, aProject, type Person, type TestCity, yi } from '../../projects/test/support/a-city.ts';
import * as contract from '../contract.ts';
import { startsRoutes } from '../routes.ts';

let city: TestCity;
let clerk: Person;
let head: Person;
let filler: Person;
let reviewer: Person;
let west: Person;
beforeAll(async () => {
  city = await aCity('2023-06-10', { routes: startsRoutes });
  const { east: orgId } = city.orgs;
  clerk = await city.person('clerk', { role: 'coordinator-clerk' });
  head = await city.person('head', { role: 'coordinator-head' });
  filler = await city.person('filler', { role: 'district-filler', orgId });
  reviewer = await city.person('reviewer', { role: 'district-reviewer', orgId });
  west = await city.person('west', { role: 'district-reviewer', orgId: city.orgs.west });
});
afterAll(() => city.close());

const aStart = (name: string, more: object = {}) =>
  aProject(clerk, name, city.orgs.east, {
    stage: 'preparation',
    entry: { year: 2023, category: '新开工', plannedStart: '2023-05', totalFen: yi(2), planYearFen: yi(1) },
    ...more,
  });

const permit = [{ kind: 'construction-permit', reference: '东住建施〔2023〕18号' }];
const seen = { seenOn: '2023-06-08' as const, seenBy: '王核、李核' };

function move(by: Person, { projectId: id, version }: { projectId: ProjectId; version: number }, more = {}) {
  return by.call(changeStage, {
    ...{ id, version, to: 'started', on: '2023-06-10' as const, evidence: permit },
    ...more,
  });
}

function sayBegun(subjectId: string, started = true) {
  return city.inCity((one) =>
    fileReport(
      one,
      { subjectId, month: '2023-05', receivedOn: '2023-06-05', cumFen: 1n, started },
      { expectedNumber: 0 },
    ),
  );
}

const rowOf = async (by: Person, id: string) =>
  (await by.call(contract.listStarts, { year: 2023 })).rows.find((row) => row.projectId === id);

describe('a project enters 开工', () => {
  test('with its permit and the district’s look, given by somebody else', async () => {
    const made = await aStart('东川轴承厂');
    const { projectId: id } = made;
    await expect(move(filler, made)).rejects.toMatchObject({ status: 422, code: 'stage.check_missing' });
    const bare = move(filler, made, { evidence: [{ kind: 'site-photo', note: '奠基现场' }] });
    await expect(bare).rejects.toMatchObject({
      code: 'stage.evidence_missing',
      text: '进入“开工”须有佐证，还缺：施工许可证，或开工报告',
    });

    const ceremony = { id, outcome: 'refused' as const, ground: 'ceremony', ...seen };
    await reviewer.call(contract.checkStart, ceremony);
    await expect(move(filler, made)).rejects.toMatchObject({
      status: 409,
      code: 'stage.check_refused',
      text: '2023-06-08现场核查不认定：仅举行开工仪式。条件具备后须重新核查认定，才能转入“开工”',
    });

    await reviewer.call(contract.checkStart, { id, outcome: 'confirmed', ...seen });
    await move(filler, made);
    expect((await clerk.call(readProject, { id })).stage.id).toBe('started');
    const start = await clerk.call(contract.projectStart, { id });
    expect(start.checks.map(({ outcome, ground, by }) => [outcome, ground, by])).toEqual([
      ['confirmed', null, 'reviewer同志'],
      ['refused', '仅举行开工仪式', 'reviewer同志'],
    ]);
    expect(start.row).toMatchObject({ begun: true, missing: null, check: 'confirmed' });
    expect(start.row.states).toEqual(['confirmed']);
  });

  test('an equipment project with its contract instead of a permit', async () => {
    const made = await aStart('东川检测线', { form: 'equipment' });
    const { projectId: id } = made;
    await reviewer.call(contract.checkStart, { id, outcome: 'confirmed', ...seen });
    await expect(move(filler, made)).rejects.toMatchObject({ code: 'stage.evidence_missing' });
    const evidence = [{ kind: 'equipment-contract', reference: '东检合〔2023〕3号' }];
    await move(filler, made, { evidence });
    expect((await rowOf(clerk, id))?.missing).toBeNull();
  });
});

describe('the look on site', () => {
  test('is the district reviewer’s, of projects of the city itself the heads’', async () => {
    const { projectId: id } = await aStart('东川电缆厂');
    const check = { id, outcome: 'confirmed' as const, ...seen };
    for (const by of [filler, clerk, head, west]) {
      await expect(by.call(contract.checkStart, check)).rejects.toMatchObject({ code: 'access.denied' });
    }
    const [whole] = await city.asOwner(`select org_id from city.organisation where kind = 'city'`);
    const ofCity = await aStart('三川过江隧道', { districts: [whole?.['org_id']] });
    await head.call(contract.checkStart, { ...check, id: ofCity.projectId });
    expect((await rowOf(clerk, ofCity.projectId))?.check).toBe('confirmed');
  });

  test.each([
    ['without saying why', { outcome: 'refused' as const }, 'start.ground_wrong'],
    ['for a reason nobody named', { outcome: 'refused' as const, ground: 'rain' }, 'start.ground_wrong'],
    ['confirmed with a reason against', { ground: 'levelling' }, 'start.ground_wrong'],
    ['before it happened', { seenOn: '2023-06-11' as const }, 'start.seen_in_future'],
    ['with a secret in it', { note: '机密★三年' }, 'secrecy.marked'],
  ])('is refused %s', async (how, more, code) => {
    const { projectId: id } = await aStart(`东川核查 ${how}`);
    const check = { id, outcome: 'confirmed' as const, ...seen, ...more };
    await expect(reviewer.call(contract.checkStart, check)).rejects.toMatchObject({ code });
  });
});

describe('未持证开工', () => {
  test('is said of whoever reports a start without a permit, and nothing but the permit takes it away', async () => {
    const { projectId: id, version } = await aStart('东川齿轮厂');
    await sayBegun(id);
    const flagged = { begun: true, missing: '施工许可证，或开工报告' };
    expect(await rowOf(clerk, id)).toMatchObject({ ...flagged, states: ['unpermitted', 'to-check'] });

    await reviewer.call(contract.checkStart, { id, outcome: 'confirmed', ...seen });
    expect(await rowOf(clerk, id)).toMatchObject({ ...flagged, states: ['unpermitted', 'confirmed'] });
    const edited = await clerk.call(editProject, { id, version, detail: { remark: '同意先行开工' } });
    expect(await rowOf(clerk, id)).toMatchObject(flagged);
    const pause = [{ kind: 'pause-approval', note: '6月9日专题会同意' }];
    const paused = { ...{ id, version: edited.version, to: 'paused', on: '2023-06-10' }, evidence: pause };
    await clerk.call(changeStage, paused as never);
    expect(await rowOf(clerk, id)).toMatchObject(flagged);

    const proof = { id, kind: 'construction-permit', reference: '东住建施〔2023〕21号' };
    await expect(
      filler.call(contract.showStartProof, { ...proof, kind: 'site-photo' }),
    ).rejects.toMatchObject({ code: 'start.evidence_kind' });
    await expect(filler.call(contract.showStartProof, { ...proof, on: '2023-07-01' })).rejects.toMatchObject({
      code: 'start.evidence_in_future',
    });
    await expect(reviewer.call(contract.showStartProof, proof)).rejects.toMatchObject({
      code: 'access.denied',
    });
    await filler.call(contract.showStartProof, { ...proof, on: '2023-06-01' });
    expect(await rowOf(clerk, id)).toMatchObject({ begun: true, missing: null, states: ['confirmed'] });
    const { evidence } = await filler.call(contract.projectStart, { id });
    expect(evidence).toMatchObject([
      { name: '施工许可证', reference: '东住建施〔2023〕21号', on: '2023-06-01', by: 'filler同志' },
    ]);
  });

  test('is not said of whoever has not begun', async () => {
    const { projectId: id } = await aStart('东川铸造厂');
    await sayBegun(id, false);
    expect(await rowOf(clerk, id)).toMatchObject({ begun: false, missing: null, states: ['waiting'] });
  });

  test('is counted and listed, for each district its own, and goes out as a workbook', async () => {
    const { projectId: id } = await aStart('东川阀门厂');
    await sayBegun(id);
    const mine = await reviewer.call(contract.listStarts, { year: 2023, state: 'unpermitted' });
    expect(mine.rows.map((row) => row.name)).toContain('东川阀门厂');
    expect(mine.counts['unpermitted']).toBe(mine.rows.length);
    expect(mine.rows.find((row) => row.projectId === id)).toMatchObject({
      mayCheck: true,
      mayShowProof: false,
    });
    expect((await west.call(contract.listStarts, { year: 2023 })).rows).toEqual([]);
    await expect(west.call(contract.projectStart, { id })).rejects.toMatchObject({ code: 'access.denied' });
    const file = await reviewer.call(contract.exportStarts, { year: 2023, state: 'unpermitted' });
    expect(file.name).toContain('未持证开工');
    const { sheets } = await readWorkbook(file.bytes, { name: file.name });
    const cells = [...(sheets[0]?.rows.values() ?? [])].flatMap((row) => [...row.cells.values()]);
    expect(cells.map((cell) => cell.text)).toContain('东川阀门厂');
  });
});
