import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#access';
import type { ProjectId } from '#engines/registry';
import * as lists from '../../lists/contract.ts';
import * as contract from '../contract.ts';
import { aCity, aProject, type Person, type TestCity } from './support/a-city.ts';

let city: TestCity;
let eastProject: ProjectId;
let people: Map<string, Person>;

const id = () => eastProject;
const cases = {
  list: (by: Person) => by.call(contract.listProjects, { year: 2023 }),
  export: (by: Person) => by.call(contract.exportProjects, { year: 2023 }),
  read: (by: Person) => by.call(contract.readProject, { id: id() }),
  history: (by: Person) => by.call(contract.projectHistory, { id: id() }),
  gaps: (by: Person) => by.call(contract.responsibilityGaps, { year: 2023 }),
  create: (by: Person) =>
    by.call(contract.createProject, { name: '权限试验项目', districts: [city.orgs.east] }),
  edit: (by: Person) => by.call(contract.editProject, { id: id(), version: 99, name: '改名' }),
  stage: (by: Person) => by.call(contract.nextStages, { id: id() }),
  link: (by: Person) =>
    by.call(contract.linkProject, { id: id(), otherId: id(), kind: 'related', reason: '无' }),
  statistics: (by: Person) =>
    by.call(contract.recordStatistics, { id: id(), entered: false, source: '台账' }),
  phone: (by: Person) => by.call(contract.projectPhone, { id: id(), kind: 'contact', name: '王伟' }),
  lists: (by: Person) => by.call(lists.yearLists, { year: 2023 }),
  putOn: (by: Person) => by.call(lists.putOnList, { list: 'none', year: 2023, projectId: id() }),
};

beforeAll(async () => {
  city = await aCity();
  const { east, west, planning } = city.orgs;
  const personId = '01890000-0000-7000-8000-00000000beef';
  await city.asOwner(`insert into city.person (city_id, person_id, name) values (829900, $1, '服务秘书')`, [
    personId,
  ]);
  const grants: [string, Role, string?][] = [
    ['clerk', 'coordinator-clerk'],
    ['section', 'coordinator-section-head'],
    ['head', 'coordinator-head'],
    ['office', 'government-office'],
    ['supervision', 'supervision-office'],
    ['leader', 'leader'],
    ['east-filler', 'district-filler', east],
    ['east-reviewer', 'district-reviewer', east],
    ['unit', 'filler', east],
    ['department', 'department', planning],
    ['west-filler', 'district-filler', west],
    ['secretary', 'secretary'],
    ['system', 'system-admin'],
    ['security', 'security-admin'],
    ['auditor', 'audit-admin'],
    ['guest', 'guest'],
  ];
  people = new Map();
  for (const [login, role, orgId] of grants) {
    const of = role === 'secretary' ? personId : undefined;
    people.set(login, await city.person(login, { role, orgId }, of));
  }
  const responsibilities = { contact: [{ name: '王伟', phone: '13812345678', personId: null }] };
  const made = await aProject(people.get('clerk')!, '权限试验项目', city.orgs.east, { responsibilities });
  eastProject = made.projectId;
});
afterAll(() => city.close());

const coordinators = ['clerk', 'section', 'head'];
const wholeCity = [...coordinators, 'office', 'supervision', 'leader'];
const eastern = ['east-filler', 'east-reviewer', 'unit'];
const offices = [...wholeCity, ...eastern, 'department', 'west-filler', 'secretary'];

/** Whoever is allowed gets past the door: to an answer, or to a refusal of another kind. */
describe('who may, and who may not', () => {
  test.each<[keyof typeof cases, readonly string[]]>([
    ['list', offices],
    ['export', offices],
    ['read', offices],
    ['gaps', offices],
    ['lists', offices],
    ['create', [...coordinators, 'east-filler']],
    ['edit', [...coordinators, 'east-filler']],
    ['stage', [...coordinators, 'east-filler']],
    ['statistics', [...coordinators, 'east-filler']],
    ['phone', [...wholeCity, ...eastern]],
    ['history', offices],
    ['link', coordinators],
    ['putOn', coordinators],
  ])('%s', async (act, allowed) => {
    const passed: string[] = [];
    for (const [login, by] of people) {
      const code = await cases[act](by).then(
        () => undefined,
        (error: { code: string }) => error.code,
      );
      if (code !== 'access.denied') passed.push(login);
    }
    expect(passed.sort()).toEqual([...allowed].sort());
  });

  test('a secretary and a department see in full what they answer for, and no more', async () => {
    const clerk = people.get('clerk')!;
    const { projectId, version } = await aProject(clerk, '秘书负责的项目', city.orgs.west);
    const secretary = people.get('secretary')!;
    const before = await secretary.call(contract.readProject, { id: projectId });
    expect(before.withinScope).toBe(false);
    const holder = { name: '服务秘书', personId: '01890000-0000-7000-8000-00000000beef' as never };
    await clerk.call(contract.editProject, {
      id: projectId,
      version,
      responsibilities: { contact: [holder] },
    });
    const after = await secretary.call(contract.readProject, { id: projectId });
    expect(after).toMatchObject({ withinScope: true, may: { edit: false, revealPhone: true } });
    const own = await secretary.call(contract.listProjects, { year: 2023, own: true });
    expect(own.rows.map((row) => row.name)).toEqual(['秘书负责的项目']);
  });
});
