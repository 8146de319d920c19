import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dutiesOf } from '#engines/indicators';
import * as contract from '../contract.ts';
import { aCity, aProject, type Person, type TestCity, yi } from './support/a-city.ts';

let city: TestCity;
let clerk: Person;
let east: Person;
let west: Person;
beforeAll(async () => {
  city = await aCity();
  clerk = await city.person('clerk', { role: 'coordinator-clerk' });
  east = await city.person('east', { role: 'district-filler', orgId: city.orgs.east });
  west = await city.person('west', { role: 'district-filler', orgId: city.orgs.west });
});
afterAll(() => city.close());

const phone = '13812345678';
const contact = { contact: [{ name: '王伟', phone }] };

describe('a card opened by its district', () => {
  test('shows money to the district and the coordinator, and only name, lists and light to a neighbour', async () => {
    const { projectId, number } = await aProject(east, '东川轴承厂扩建', city.orgs.east);
    expect(number).toMatch(/^SC23-/);
    for (const reader of [east, clerk]) {
      const page = await reader.call(contract.readProject, { id: projectId });
      expect(page).toMatchObject({ withinScope: true, detail: { totalFen: yi(2) }, may: { edit: true } });
    }
    const page = await west.call(contract.readProject, { id: projectId });
    expect(page).toMatchObject({ name: '东川轴承厂扩建', withinScope: false, detail: null });
    expect(page.entries).toMatchObject([{ year: 2023, totalFen: null, planYearFen: null }]);
    expect(page.may).toEqual({
      ...{ edit: false, changeStage: false, link: false, recordStatistics: false, revealPhone: false },
    });
    expect(await west.call(contract.projectHistory, { id: projectId })).toEqual([]);
  });

  test('cannot be opened in, edited by or moved to stages by another district', async () => {
    await expect(aProject(west, '不该由西川建的', city.orgs.east)).rejects.toMatchObject({
      status: 403,
      code: 'access.denied',
    });
    const { projectId: id, version } = await aProject(east, '东川水厂', city.orgs.east);
    const edit = west.call(contract.editProject, { id, version, name: '西川水厂' });
    await expect(edit).rejects.toMatchObject({ status: 403, code: 'access.denied' });
    const move = { id, version, to: 'built', on: '2023-06-01' as const, evidence: [] };
    await expect(west.call(contract.changeStage, move)).rejects.toMatchObject({ status: 403 });
    await expect(west.call(contract.nextStages, { id })).rejects.toMatchObject({ status: 403 });
  });

  test('is refused where it is there already, naming it, unless linked with a reason', async () => {
    const first = await aProject(east, '东川物流园', city.orgs.east);
    await expect(aProject(east, '东川 物流园', city.orgs.east)).rejects.toMatchObject({
      status: 409,
      code: 'project.duplicate',
      details: { number: first.number },
    });
    const link = { otherId: first.projectId, kind: 'related' as const, reason: '同名的二期' };
    const second = await aProject(east, '东川 物流园', city.orgs.east, { link });
    const page = await east.call(contract.readProject, { id: second.projectId });
    expect(page.links).toMatchObject([{ kind: 'related', outgoing: true, otherNumber: first.number }]);
  });

  test('takes in nothing that bears a mark of secrecy', async () => {
    const marked = aProject(east, '东川仓库', city.orgs.east, { detail: { remark: '机密★10年' } });
    await expect(marked).rejects.toMatchObject({ code: 'secrecy.marked' });
  });
});

describe('two people on one card', () => {
  test('the second to save is refused and told both versions, telephone masked', async () => {
    const made = await aProject(east, '东川大桥', city.orgs.east, { responsibilities: contact });
    const { projectId: id, version } = made;
    await clerk.call(contract.editProject, { id, version, industry: '交通', detail: { totalFen: yi(3) } });
    const late = east.call(contract.editProject, { id, version, detail: { totalFen: yi(4) } });
    const refused = await late.then(
      () => undefined,
      (error: { code: string; status: number; text: string; details: Record<string, unknown> }) => error,
    );
    expect(refused).toMatchObject({
      status: 409,
      code: 'project.stale',
      details: { version: 1, current: 2, now: { version: 2, industry: '交通', detail: { totalFen: yi(3) } } },
    });
    expect(refused?.text).toContain('第1版');
    expect(JSON.stringify(refused?.details)).not.toContain(phone);
    const page = await east.call(contract.readProject, { id });
    expect(page.detail?.totalFen).toBe(yi(3));
    await east.call(contract.editProject, { id, version: page.version, detail: { totalFen: yi(4) } });
  });
});

describe('a telephone number', () => {
  test('is masked everywhere, survives an edit that did not see it, and is shown on demand, on record', async () => {
    const made = await aProject(east, '东川车站', city.orgs.east, { responsibilities: contact });
    const { projectId: id, version } = made;
    await east.call(contract.editProject, {
      ...{ id, version },
      responsibilities: { contact: [{ name: '王伟' }, { name: '李娜' }] },
    });
    const page = await east.call(contract.readProject, { id });
    expect(page.holders).toMatchObject([
      { name: '王伟', phone: '138****5678' },
      { name: '李娜', phone: null },
    ]);
    const history = await east.call(contract.projectHistory, { id });
    expect(JSON.stringify(history)).toContain('138****5678');
    expect(JSON.stringify(history)).not.toContain(phone);
    const asked = { id, kind: 'contact', name: '王伟' };
    expect(await east.call(contract.projectPhone, asked)).toEqual({ phone });
    await expect(west.call(contract.projectPhone, asked)).rejects.toMatchObject({ status: 403 });
    const rows = await city.asOwner(
      `select actor_name, details from city.audit where action = 'project.reveal-phone' and outcome = 'done'`,
    );
    expect(rows).toMatchObject([{ actor_name: 'east同志', details: { name: '王伟' } }]);
    expect(JSON.stringify(rows)).not.toContain(phone);
  });
});

test('the history says in words who changed what, when and why', async () => {
  const { projectId: id, version } = await aProject(clerk, '东川医院', city.orgs.east, { code: '2103-1' });
  await clerk.call(contract.editProject, {
    ...{ id, version, code: '2103-2', districts: [city.orgs.west, city.orgs.east], reason: '重新备案' },
    entry: { year: 2023, category: '新开工', plannedStart: '2023-09' },
  });
  const [latest] = await clerk.call(contract.projectHistory, { id });
  expect(latest).toMatchObject({ act: '修改档案', by: 'clerk同志', reason: '重新备案', version: 2 });
  expect(latest?.changes).toEqual(
    expect.arrayContaining([
      { field: '项目代码', before: '2103-1', after: '2103-2' },
      { field: '建设地点', before: '东川区', after: '西川区、东川区' },
      { field: '2023年类别', before: '在建', after: '新开工' },
      { field: '2023年计划开工', before: null, after: '2023-09' },
    ]),
  );
  const page = await clerk.call(contract.readProject, { id });
  expect(page.codes).toMatchObject([
    { code: '2103-1', toOn: '2023-06-10', endedReason: '重新备案' },
    { code: '2103-2', toOn: null },
  ]);
});

describe('what is owed follows the card in the same transaction', () => {
  const dutyOf = async (id: string) => (await city.inCity((one) => dutiesOf(one, id))).at(-1);

  test.each([
    ['在建', { category: 'building', owes: true, startedMonth: '2022-03' }],
    ['新开工', { category: 'new-start', owes: true, plannedStartMonth: '2023-08' }],
    ['前期', { category: 'none', owes: false, reason: '前期' }],
  ] as const)('%s', async (category, duty) => {
    const { projectId } = await aProject(clerk, `义务${category}项目`, city.orgs.east, {
      entry: { year: 2023, category, plannedStart: '2023-08' },
    });
    expect(await dutyOf(projectId)).toMatchObject({ fromMonth: '2023-06', ...duty });
  });

  test('a changed planned start, a merger', async () => {
    const entry = { year: 2023, category: '新开工', plannedStart: '2023-08' } as const;
    const { projectId: id, version } = await aProject(clerk, '西川污水厂', city.orgs.west, { entry });
    await clerk.call(contract.editProject, { id, version, entry: { ...entry, plannedStart: '2023-10' } });
    expect(await dutyOf(id)).toMatchObject({ plannedStartMonth: '2023-10', owes: true });
    const other = await aProject(clerk, '西川污水处理厂', city.orgs.west);
    const merge = { id, otherId: other.projectId, kind: 'merged-into', reason: '合并实施' } as const;
    await expect(east.call(contract.linkProject, merge)).rejects.toMatchObject({ status: 403 });
    await clerk.call(contract.linkProject, merge);
    expect(await dutyOf(id)).toMatchObject({ owes: false, reason: '已并入其他项目' });
  });

  test('leading district, category and lead departments are where it counts', async () => {
    const { projectId: id, version } = await aProject(clerk, '跨区隧道', city.orgs.east);
    await clerk.call(contract.editProject, { id, version, districts: [city.orgs.west, city.orgs.east] });
    const rows = await city.asOwner(
      `select group_kind, group_id, from_on::text, to_on::text from city.subject_group where subject_id = $1
       and group_kind in ('district', 'category') order by group_kind, group_id`,
      [id],
    );
    expect(rows.filter((row) => row['to_on'] === null || row['to_on'] > row['from_on'])).toMatchObject([
      { group_kind: 'category', group_id: '在建' },
      { group_kind: 'district', group_id: city.orgs.west },
    ]);
  });
});
