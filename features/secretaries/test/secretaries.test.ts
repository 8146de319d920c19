import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProject, type ProjectId } from '#engines/registry';
import type { TestBrowser } from '#http/testing';
import { newId } from '#kernel/id';
import { readWorkbook } from '#sheets';
import { openMatter } from '../../matters/contract.ts';
import { type MattersCity, mattersCity } from '../../matters/test/support/a-city.ts';
import { addPerson } from '../../organisations/acts/edit-people.ts';
import * as contract from '../contract.ts';
import { secretariesMigrations } from '../migrations.ts';
import { secretariesRoutes } from '../routes.ts';
import { secretariesSection } from '../secretaries-section.ts';

let city: MattersCity;
let secretary: TestBrowser;
let district: TestBrowser;
let neighbour: TestBrowser;
let clerk: TestBrowser;
let leader: TestBrowser;
const ids = new Map<string, ProjectId>();
const idOf = (name: string) => ids.get(name) ?? (newId() as ProjectId);

beforeAll(async () => {
  city = await mattersCity({
    ...{ routes: secretariesRoutes, sections: [secretariesSection], migrations: [secretariesMigrations] },
  });
  const org = city.org('ganjingzi');
  const personId = await city.inCity((one) =>
    addPerson(one, { id: org, name: '王秘书', phone: '0411-00000001' }),
  );
  const served = { name: '王秘书', orgId: null, personId, phone: null };
  const byName = { ...served, name: '赵秘书', personId: null };
  const make = (
    name: string,
    district: string,
    totalFen: string,
    holders: (typeof served | typeof byName)[],
  ) =>
    city.inCity(async (one) => {
      const { projectId } = await createProject(one, {
        ...{ name, districts: [city.org(district)], stage: 'preparation', detail: { totalFen } },
        entry: {
          year: 2023,
          category: '前期',
          totalFen,
          plannedStart: null,
          planYearFen: null,
          doneBeforeFen: null,
        },
        responsibilities: holders.length > 0 ? { 'service-secretary': holders } : {},
      });
      ids.set(name, projectId);
    });
  await make('钢结构厂房', 'ganjingzi', '20000000000', [served]);
  await make('冷链物流园', 'ganjingzi', '30000000000', [served]);
  await make('海水淡化厂', 'ganjingzi', '40000000000', []);
  await make('停车楼', 'ganjingzi', '1000000000', [byName]);
  await make('风电基地', 'jinpu', '90000000000', []);
  secretary = await city.person('mishu', 'secretary', undefined, personId);
  district = await city.person('qutianbao', 'district-filler', 'ganjingzi');
  neighbour = await city.person('linqu', 'district-filler', 'jinpu');
  clerk = await city.person('keyuan', 'coordinator-clerk', 'development-reform');
  leader = await city.person('lingdao', 'leader');
});
afterAll(() => city.close());

const refused = (status: number, code: string) => expect.objectContaining({ status, code });

describe('a service secretary', () => {
  test('finds the projects she is named for, silent until she comes', async () => {
    const { projects, silentDays, ways } = await secretary.call(contract.myServedProjects, {});
    expect(projects.map(({ name }) => name).toSorted()).toEqual(['冷链物流园', '钢结构厂房']);
    expect(projects[0]).toMatchObject({ last: null, daysSilent: null, silent: true, openMatters: 0 });
    expect(silentDays).toBe(30);
    expect(ways[0]).toEqual({ id: 'on-site', name: '实地走访' });
  });

  test('writes a visit with no more than the day and the way', async () => {
    const id = idOf('冷链物流园');
    await secretary.call(contract.recordVisit, { id, visitedOn: '2023-05-04', way: 'on-site' });
    const { projects } = await secretary.call(contract.myServedProjects, {});
    expect(projects.find(({ name }) => name === '冷链物流园')).toMatchObject({
      ...{ last: { on: '2023-05-04', way: '实地走访', met: null }, daysSilent: 4, silent: false },
    });
  });

  test.each<[string, object, string]>([
    ['a day to come', { visitedOn: '2023-05-09' }, 'visit.in_future'],
    ['a way nobody knows', { way: 'by-boat' }, 'visit.no_such_way'],
    ['a day without a step', { nextOn: '2023-05-20' }, 'visit.next_without_day'],
    ['a step before the visit', { nextStep: '回访', nextOn: '2023-05-01' }, 'visit.next_before_visit'],
    ['a blocker without its cause', { blocker: '缺变压器' }, 'visit.no_such_cause'],
    ['a marked secret', { findings: '机密★10年' }, 'secrecy.marked'],
  ])('is refused %s', async (_, wrong, code) => {
    const said = { id: idOf('钢结构厂房'), visitedOn: '2023-05-08' as const, way: 'phone', ...wrong };
    await expect(secretary.call(contract.recordVisit, said)).rejects.toEqual(refused(422, code));
  });

  test('writes of no project she is not named for, and nobody writes for her', async () => {
    const said = { id: idOf('海水淡化厂'), visitedOn: '2023-05-08' as const, way: 'phone' };
    for (const by of [secretary, district, clerk])
      await expect(by.call(contract.recordVisit, said)).rejects.toEqual(refused(403, 'access.denied'));
  });

  test('makes a blocker a problem once, which the district finds with its clock', async () => {
    const id = idOf('钢结构厂房');
    const said = {
      ...{ id, visitedOn: '2023-05-08' as const, way: 'on-site', met: '项目公司张经理' },
      ...{ findings: '基础施工', nextStep: '陪同到供电公司', nextOn: '2023-05-20' as const },
      ...{ blocker: '临时用电没有批下来', cause: 'energy' },
    };
    const { visitId } = await secretary.call(contract.recordVisit, said);
    const open = {
      ...{ kind: 'problem', title: '钢结构厂房：临时用电没有批下来', projectId: id },
      ...{ given: { content: said.blocker, cause: said.cause }, source: 'secretary' as const },
      sourceKey: visitId,
    };
    await expect(district.call(openMatter, open)).rejects.toEqual(refused(422, 'matter.source_visit'));
    const raised = await secretary.call(openMatter, open);
    await expect(secretary.call(openMatter, open)).rejects.toEqual(refused(409, 'matter.already_taken_in'));
    const { visits } = await district.call(contract.projectVisits, { id });
    expect(visits).toMatchObject([
      { blocker: said.blocker, problem: { number: raised.number, state: '待受理', closed: false } },
    ]);
    const page = await city.page(district, raised.matterId as never);
    expect(page.matter).toMatchObject({ source: { name: '服务秘书日志' }, raiser: '王秘书' });
  });

  test('corrects her own words with a reason; what stood before stays to be read', async () => {
    const id = idOf('冷链物流园');
    const [visit] = (await secretary.call(contract.projectVisits, { id })).visits;
    const { visitId } = visit!;
    const about = {
      ...{ id, visitId, expectedNumber: 1, way: 'phone', withdrawn: false },
      reason: '方式记错',
    };
    const said = { ...about, visitedOn: '2023-05-04' as const };
    await expect(district.call(contract.correctVisit, said)).rejects.toEqual(refused(403, 'access.denied'));
    await secretary.call(contract.correctVisit, said);
    await expect(secretary.call(contract.correctVisit, said)).rejects.toEqual(refused(409, 'visit.stale'));
    const after = await clerk.call(contract.projectVisits, { id });
    expect(after.visits).toMatchObject([
      { number: 2, way: { name: '电话联系' }, earlier: [{ number: 1, way: { name: '实地走访' } }] },
    ]);
    await secretary.call(contract.correctVisit, { ...said, expectedNumber: 2, withdrawn: true });
    expect((await clerk.call(contract.projectVisits, { id })).lastOn).toBeNull();
  });

  test('is not read by a neighbour', async () => {
    const log = neighbour.call(contract.projectVisits, { id: idOf('钢结构厂房') });
    await expect(log).rejects.toEqual(refused(403, 'access.denied'));
  });
});

describe('the coverage', () => {
  test('counts against the rule of the pack, and tells who is silent', async () => {
    const seen = await clerk.call(contract.secretaryCoverage, {});
    expect(seen.kind).toMatchObject({ name: '服务秘书', clause: 'DL23-5.4' });
    // The car park is too small for the rule and has one all the same.
    expect(seen.counts).toEqual({ asked: 4, held: 2, active: 1, silent: 2, missing: 2, unknown: 0 });
    expect(seen.load).toMatchObject([
      { name: '王秘书', known: true, projects: 2, active: 1, silent: 1, openMatters: 1 },
      { name: '赵秘书', known: false, projects: 1, silent: 1 },
    ]);
    const [first] = seen.load;
    const own = await clerk.call(contract.secretaryCoverage, { secretary: first!.key, state: 'silent' });
    expect(own.rows.map(({ name }) => name)).toEqual(['冷链物流园']);
  });

  test('shows a district its own, and the leader all', async () => {
    const { rows } = await neighbour.call(contract.secretaryCoverage, {});
    expect(rows.map(({ name, state }) => [name, state])).toEqual([['风电基地', 'missing']]);
    expect((await leader.call(contract.secretaryCoverage, {})).rows).toHaveLength(5);
    await expect(secretary.call(contract.secretaryCoverage, {})).rejects.toEqual(
      refused(403, 'access.denied'),
    );
  });

  test('goes out as it is seen', async () => {
    const file = await clerk.call(contract.exportSecretaryCoverage, { state: 'missing' });
    const { sheets } = await readWorkbook(file.bytes, { name: file.name });
    const words = [...(sheets[0]?.rows.values() ?? [])].flatMap((row) =>
      [...row.cells.values()].map((cell) => cell.text),
    );
    expect(words).toEqual(expect.arrayContaining(['海水淡化厂', '风电基地', '应配未配']));
    expect(words).not.toContain('钢结构厂房');
  });

  test('a day later than the pack allows, she is silent, and a late step is said', async () => {
    await city.at('2023-06-08 09:00');
    const { rows } = await clerk.call(contract.secretaryCoverage, { state: 'silent' });
    expect(rows.find(({ name }) => name === '钢结构厂房')).toMatchObject({
      ...{ daysSilent: 31, nextOn: '2023-05-20', nextLate: true },
    });
  });
});
