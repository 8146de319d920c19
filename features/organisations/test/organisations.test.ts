import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findOrganisation, type OrgId } from '#engines/registry';
import type { InputOf } from '#http/client';
import { aCity, type Person, type TestCity } from '../../projects/test/support/a-city.ts';
import * as contract from '../contract.ts';

let city: TestCity;
let clerk: Person;
let reviewer: Person;
let west: Person;
let system: Person;
let guest: Person;
let east: OrgId;

beforeAll(async () => {
  city = await aCity();
  east = city.orgs.east;
  clerk = await city.person('clerk', { role: 'coordinator-clerk' });
  reviewer = await city.person('reviewer', { role: 'district-reviewer', orgId: east });
  west = await city.person('west', { role: 'district-filler', orgId: city.orgs.west });
  system = await city.person('system', { role: 'system-admin' });
  guest = await city.person('guest', { role: 'guest' });
});
afterAll(() => city.close());

const versionOf = async (id: OrgId) =>
  (await clerk.call(contract.readOrganisation, { id })).organisation.version;
const named = (text: string) => city.inCity((one) => findOrganisation(one, text));

describe('the directory', () => {
  test('stands in official order with aliases and groups; a guest does not see it', async () => {
    const { rows, groups, mayEdit } = await west.call(contract.listOrganisations, {});
    expect(rows.map((row) => row.name)).toEqual(['市本级', '东川区', '西川区', '港区', '市发展局']);
    expect(rows.find((row) => row.name === '西川区')?.aliases).toEqual(['西川', '西川县']);
    expect(groups).toMatchObject([{ name: '牵头协调单位', members: [city.orgs.planning] }]);
    expect(mayEdit).toBe(false);
    await expect(guest.call(contract.listOrganisations, {})).rejects.toMatchObject({ code: 'access.denied' });
  });

  test('a renamed office is still found by its former name, and the change is on record', async () => {
    const id = city.orgs.planning;
    const version = await versionOf(id);
    const edit = { id, version, name: '市发展和改革局', aliases: ['发展局', '发改局'], reason: '机构改革' };
    await expect(west.call(contract.editOrganisation, edit)).rejects.toMatchObject({ code: 'access.denied' });
    await system.call(contract.editOrganisation, edit);
    for (const spelling of ['市发展和改革局', '市发展局', '发改局', '发展局']) {
      expect((await named(spelling))?.orgId).toBe(id);
    }
    const { changes, packAliases } = await clerk.call(contract.readOrganisation, { id });
    expect(packAliases).toEqual(['发展局']);
    expect(changes[0]).toMatchObject({ by: 'system同志', reason: '机构改革' });
    expect(changes[0]?.changes[0]).toEqual({ field: '名称', before: '市发展局', after: '市发展和改革局' });
  });

  test('the second to save is refused and told how it stands', async () => {
    const version = await versionOf(east);
    await clerk.call(contract.editOrganisation, {
      id: east,
      version,
      officialOrder: 130,
      reason: '调整排序',
    });
    const late = clerk.call(contract.editOrganisation, {
      id: east,
      version,
      shortName: '东',
      reason: '简称',
    });
    await expect(late).rejects.toMatchObject({
      status: 409,
      code: 'organisation.stale',
      details: { version, current: version + 1, now: { officialOrder: 130 } },
    });
  });

  test.each([
    ['a spelling of another office', { aliases: ['东川', '西川'] }, 'organisation.name_taken'],
    ['a name of another office', { name: '西川区' }, 'organisation.name_taken'],
    ['losing an alias of the pack', { aliases: [] }, 'organisation.alias_of_pack'],
    ['lying below itself', { parentId: null }, 'organisation.parent_below'],
    ['no reason', { reason: '' }, 'http.invalid_input'],
  ] as [string, Partial<InputOf<typeof contract.editOrganisation>>, string][])(
    'refuses %s',
    async (_what, change, code) => {
      const parentId = 'parentId' in change ? { parentId: east } : {};
      const edit = { id: east, version: await versionOf(east), reason: '试', ...change, ...parentId };
      await expect(clerk.call(contract.editOrganisation, edit)).rejects.toMatchObject({ code });
    },
  );

  test('a town added below a district is found by name', async () => {
    const added = { name: '东山镇', kind: 'town', parentId: east, officialOrder: 10, aliases: ['东山'] };
    const { orgId } = await clerk.call(contract.addOrganisation, added);
    expect(await named('东山')).toMatchObject({ orgId, parentId: east, shortName: '东山镇' });
  });
});

describe('people and posts', () => {
  test('are kept by the coordinator, and by the district for itself', async () => {
    const { postId } = await reviewer.call(contract.addPost, { id: east, title: '副区长' });
    const phone = '13912345678';
    const { personId } = await reviewer.call(contract.addPerson, { id: east, name: '赵敏', phone });
    await reviewer.call(contract.appoint, { id: personId, postId, fromOn: '2023-05-01' });
    const again = reviewer.call(contract.appoint, { id: personId, postId, fromOn: '2023-06-01' });
    await expect(again).rejects.toMatchObject({ code: 'appointment.held' });
    const other = reviewer.call(contract.addPerson, { id: city.orgs.west, name: '外人' });
    await expect(other).rejects.toMatchObject({ code: 'access.denied' });
    await expect(system.call(contract.addPost, { id: east, title: '岗位' })).rejects.toMatchObject({
      code: 'access.denied',
    });
    const page = await clerk.call(contract.readOrganisation, { id: east });
    expect(page.people).toMatchObject([{ name: '赵敏', phone: '139****5678', posts: [{ title: '副区长' }] }]);
    expect(await west.call(contract.findPeople, { text: '赵' })).toEqual([
      { personId, name: '赵敏', org: '东川区', posts: ['副区长'] },
    ]);
  });

  test('a number is shown to those in scope, on record; neighbours see not even the mask', async () => {
    const [person] = (await clerk.call(contract.readOrganisation, { id: east })).people;
    const id = person!.personId;
    expect(await reviewer.call(contract.personPhone, { id })).toEqual({ phone: '13912345678' });
    await expect(west.call(contract.personPhone, { id })).rejects.toMatchObject({ code: 'access.denied' });
    expect((await west.call(contract.readOrganisation, { id: east })).people).toMatchObject([
      { phone: null },
    ]);
    const rows = await city.asOwner(
      `select actor_name, personal_data, details from city.audit where action = 'person.reveal-phone' and outcome = 'done'`,
    );
    expect(rows).toMatchObject([{ actor_name: 'reviewer同志', personal_data: true }]);
    expect(JSON.stringify(rows)).not.toContain('13912345678');
  });

  test('an edit on an old version is refused; an appointment ends once, not before it began', async () => {
    const [person] = (await clerk.call(contract.readOrganisation, { id: east })).people;
    const { personId: id, version, posts } = person!;
    await clerk.call(contract.editPerson, { id, version, name: '赵敏敏' });
    const late = clerk.call(contract.editPerson, { id, version, phone: null });
    await expect(late).rejects.toMatchObject({
      code: 'http.stale_version',
      details: { current: { name: '赵敏敏' } },
    });
    const end = { id: posts[0]!.appointmentId, toOn: '2023-06-01' as const };
    const early = clerk.call(contract.endAppointment, { ...end, toOn: '2023-04-01' });
    await expect(early).rejects.toMatchObject({ code: 'appointment.ends_before' });
    await clerk.call(contract.endAppointment, end);
    await expect(clerk.call(contract.endAppointment, end)).rejects.toMatchObject({
      code: 'appointment.ended',
    });
    expect(await west.call(contract.findPeople, { text: '赵敏敏' })).toMatchObject([{ posts: [] }]);
  });
});
