import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listsSection } from '#engines/registry';
import type { InputOf } from '#http/client';
import type { Id } from '#kernel/id';
import { sectionOf } from '#pack';
import { listPermissions, whoAmI } from '../../identity/contract.ts';
import * as organisations from '../../organisations/contract.ts';
import { packDifference } from '../acts/pack-difference.ts';
import * as contract from '../contract.ts';
import { twoCities } from './support/two-cities.ts';

type Cities = Awaited<ReturnType<typeof twoCities>>;
type Person = Awaited<ReturnType<Cities['person']>>;

let cities: Cities;
let section: Person;
let head: Person;
let clerk: Person;
let technician: Person;
let guard: Person;
let filler: Person;

beforeAll(async () => {
  cities = await twoCities();
  const { three } = cities.cities;
  section = await cities.person(three, 'chuzhang', 'coordinator-section-head', 'planning');
  head = await cities.person(three, 'zhuren', 'coordinator-head', 'planning');
  clerk = await cities.person(three, 'keyuan', 'coordinator-clerk', 'planning');
  technician = await cities.person(three, 'xitong', 'system-admin');
  guard = await cities.person(three, 'anquan', 'security-admin');
  filler = await cities.person(three, 'shenhe', 'district-reviewer', 'east');
});
afterAll(() => cities?.close());

const lists = (floor: string) => `lists:
  - id: yearly
    name: 年度项目
    aliases: [年度项目清单]
    clause: SC24-01
    lead: planning
    rule: { field: totalFen, op: gte, value: ${floor}, clause: SC24-01 }
    ruleText: 总投资${floor}及以上
`;
const about = {
  file: 'lists.yaml',
  effectiveFrom: '2023-06-20' as const,
  reason: '门槛调整',
  basis: 'SC24-09',
};
const ruleTextIn = (cityId: number) =>
  cities.inCity(cityId, async (city) => sectionOf(city.pack, listsSection).lists[0]?.ruleText);

describe('a change of the lists', () => {
  let id: Id<'overlay'>;

  test('is checked before anything is kept: faults with their line, and what would differ', async () => {
    const wrong = lists('3000万元').replace('op: gte', 'op: most');
    const checked = await section.call(contract.checkOverlay, { file: 'lists.yaml', content: wrong });
    expect(checked.problems).toMatchObject([{ file: 'lists.yaml', line: 7 }]);
    expect(
      checked.difference.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => [kind, text.trim()]),
    ).toContainEqual(['added', 'ruleText: 总投资3000万元及以上']);
    expect((await clerk.call(contract.listRules, {})).overlays).toEqual([]);
  });

  test('is kept as a draft even with faults, and then cannot be approved', async () => {
    const content = lists('3000万元').replace('op: gte', 'op: most');
    ({ overlayId: id } = await section.call(contract.proposeOverlay, { ...about, content }));
    await expect(head.call(contract.approveOverlay, { id, version: 1 })).rejects.toMatchObject({
      code: 'overlay.faulty',
      text: expect.stringContaining('lists.yaml 第7行'),
    });
    expect(await head.call(contract.viewOverlay, { id })).toMatchObject({
      ...{ overlay: { state: 'draft', authors: ['chuzhang同志'] }, may: { edit: true, approve: false } },
      hindrance: '还有 1 处错误，改正后才能批准',
    });
  });

  test('is revised by its version; who saved on an older one sees both', async () => {
    const { file: _, ...rest } = about;
    const again = { id, version: 1, ...rest, content: lists('3000万元') };
    expect(await section.call(contract.reviseOverlay, again)).toEqual({ version: 2 });
    await expect(
      technician.call(contract.reviseOverlay, { ...again, content: lists('9亿元') }),
    ).rejects.toMatchObject({
      code: 'http.stale_version',
      details: { currentVersion: 2, current: { byName: 'chuzhang同志' } },
    });
  });

  test('is not approved by whoever wrote it, nor by who may only look or prepare', async () => {
    const asked = { id, version: 2 };
    await expect(section.call(contract.approveOverlay, asked)).rejects.toMatchObject({
      code: 'overlay.author_approves',
    });
    for (const person of [clerk, technician, guard, filler])
      await expect(person.call(contract.approveOverlay, asked)).rejects.toMatchObject({
        code: 'access.denied',
      });
  });

  test('holds from its day, in every instance, and in its own city only', async () => {
    const { three, five } = cities.cities;
    await head.call(contract.approveOverlay, { id, version: 2 });
    expect(await ruleTextIn(three)).toBe('总投资2000万元及以上');
    expect((await clerk.call(contract.listRules, {})).overlays).toMatchObject([
      { state: 'approved', approvedBy: 'zhuren同志' },
    ]);
    cities.on('2023-06-20');
    expect(await ruleTextIn(three)).toBe('总投资3000万元及以上');
    expect(await ruleTextIn(five)).toBe('总投资2000万元及以上');
    const other = await cities.elsewhere(three, 'keyuan');
    const seen = await other.call(contract.readRuleFile, { file: 'lists.yaml' });
    expect(seen.inForce?.overlayId).toBe(id);
    expect(seen.overlays).toMatchObject([{ state: 'in-force' }]);
  });

  test('cannot be edited or approved again', async () => {
    const { file: _, ...rest } = about;
    await expect(
      section.call(contract.reviseOverlay, { id, version: 2, ...rest, content: lists('1亿元') }),
    ).rejects.toMatchObject({ code: 'overlay.settled' });
    await expect(head.call(contract.approveOverlay, { id, version: 2 })).rejects.toMatchObject({
      code: 'overlay.settled',
    });
  });

  test('stays when the shipped pack changes, and the change is told', async () => {
    const { three } = cities.cities;
    const file = join(cities.dirs.three, 'lists.yaml');
    const shipped = readFileSync(file, 'utf8');
    writeFileSync(file, shipped.replaceAll('2000万元', '2500万元'));
    cities.read(cities.dirs.three);
    expect(await ruleTextIn(three)).toBe('总投资3000万元及以上');
    const { overlay, drift } = await clerk.call(contract.viewOverlay, { id });
    expect(overlay).toMatchObject({ state: 'in-force', drifted: true });
    expect(drift.filter(({ kind }) => kind === 'added').map(({ text }) => text.trim())).toContain(
      'ruleText: 总投资2500万元及以上',
    );
    const [listed] = await cities.inCity(three, packDifference);
    expect(listed).toMatchObject({ file: 'lists.yaml', state: 'in-force', problems: [] });
    expect(listed?.drift).toEqual(drift);
    writeFileSync(file, shipped);
    cities.read(cities.dirs.three);
    expect((await clerk.call(contract.viewOverlay, { id })).drift).toEqual([]);
    expect(await cities.inCity(cities.cities.five, packDifference)).toEqual([]);
  });

  test('that the program can no longer read is left out and told, and the city works on', async () => {
    const { three } = cities.cities;
    const file = join(cities.dirs.three, 'organisations.csv');
    const shipped = readFileSync(file, 'utf8');
    writeFileSync(file, shipped.replace(/^planning,/m, 'plans,').replaceAll(',planning,', ',plans,'));
    const groups = join(cities.dirs.three, 'groups.csv');
    const groupText = readFileSync(groups, 'utf8');
    writeFileSync(groups, groupText.replaceAll('planning', 'plans'));
    const own = join(cities.dirs.three, 'lists.yaml');
    const ownText = readFileSync(own, 'utf8');
    writeFileSync(own, ownText.replaceAll('lead: planning', 'lead: plans'));
    cities.read(cities.dirs.three);
    expect(await ruleTextIn(three)).toBe('总投资2000万元及以上');
    expect((await clerk.call(contract.listRules, {})).overlays).toMatchObject([
      { state: 'in-force', unfit: true },
    ]);
    for (const [path, text] of [
      [file, shipped],
      [groups, groupText],
      [own, ownText],
    ] as const)
      writeFileSync(path, text);
    cities.read(cities.dirs.three);
    expect(await ruleTextIn(three)).toBe('总投资3000万元及以上');
  });

  test('is withdrawn by somebody who did not write it; what stood before stands again', async () => {
    const { three } = cities.cities;
    const asked = { id, version: 2, reason: '通知已废止' };
    await expect(section.call(contract.withdrawOverlay, asked)).rejects.toMatchObject({
      code: 'overlay.author_withdraws',
    });
    await expect(
      head.call(contract.withdrawOverlay, { ...asked, fromOn: '2023-06-01' }),
    ).rejects.toMatchObject({ code: 'overlay.day_past' });
    await head.call(contract.withdrawOverlay, { ...asked, fromOn: '2023-06-25' });
    expect(await ruleTextIn(three)).toBe('总投资3000万元及以上');
    cities.on('2023-06-25');
    expect(await ruleTextIn(three)).toBe('总投资2000万元及以上');
    expect(
      (await clerk.call(contract.viewOverlay, { id })).steps.map(({ act, byName }) => [act, byName]),
    ).toEqual([
      ['approve', 'zhuren同志'],
      ['withdraw', 'zhuren同志'],
    ]);
  });
});

describe('what cannot be changed so', () => {
  test.each([
    ['city.yaml', 'overlay.elsewhere'],
    ['organisations.csv', 'overlay.elsewhere'],
    ['calendar/2023.yaml', 'overlay.elsewhere'],
    ['demo/projects.csv', 'overlay.elsewhere'],
    ['list.yaml', 'overlay.no_such_file'],
    ['../city.yaml', 'http.invalid_input'],
  ])('%s: %s', async (file, code) => {
    const asked = { ...about, file, content: 'x: 1\n' };
    await expect(section.call(contract.proposeOverlay, asked)).rejects.toMatchObject({ code });
  });

  test('a day that is over', async () => {
    const { overlayId: id } = await section.call(contract.proposeOverlay, {
      ...about,
      content: lists('4亿元'),
    });
    await expect(head.call(contract.approveOverlay, { id, version: 1 })).rejects.toMatchObject({
      code: 'overlay.day_past',
    });
    await section.call(contract.withdrawOverlay, { id, version: 1, reason: '写错了' });
    expect((await clerk.call(contract.viewOverlay, { id })).overlay.state).toBe('dropped');
  });

  test('nothing', async () => {
    const same = { ...about, effectiveFrom: '2023-07-01' as const };
    const { content } = await section.call(contract.checkOverlay, {
      file: 'lists.yaml',
      content: readFileSync(join(cities.dirs.three, 'lists.yaml'), 'utf8'),
    });
    const { overlayId: id } = await section.call(contract.proposeOverlay, { ...same, content });
    await expect(head.call(contract.approveOverlay, { id, version: 1 })).rejects.toMatchObject({
      code: 'overlay.unchanged',
    });
  });
});

describe('rights of roles', () => {
  const off = (
    ...entries: { role: string; sentence: string }[]
  ): InputOf<typeof contract.proposeOverlay> => ({
    ...{ file: 'roles.yaml', value: { off: entries }, effectiveFrom: '2023-06-25' },
    ...{ reason: '人员集中由市里登记', basis: '市政府办通知' },
  });
  const editing = { role: 'district-reviewer', sentence: 'person.edit/holders' };

  test('are proposed by the security administrator alone', async () => {
    for (const person of [section, head, technician])
      await expect(person.call(contract.proposeOverlay, off(editing))).rejects.toMatchObject({
        code: 'access.denied',
      });
  });

  test('are approved by another person, and then the server refuses the act', async () => {
    expect((await filler.call(whoAmI, {})).actions).toContain('person.edit');
    const { overlayId: id } = await guard.call(contract.proposeOverlay, off(editing));
    await expect(guard.call(contract.approveOverlay, { id, version: 1 })).rejects.toMatchObject({
      code: 'overlay.author_approves',
    });
    await expect(section.call(contract.approveOverlay, { id, version: 1 })).rejects.toMatchObject({
      code: 'access.denied',
    });
    const { inWords } = await head.call(contract.viewOverlay, { id });
    expect(inWords?.map(({ kind, text }) => [kind, text])).toEqual([
      ['added', '区市县审核员：停用“登记岗位、人员和任免”（person.edit/holders）'],
    ]);
    await head.call(contract.approveOverlay, { id, version: 1 });
    const me = await filler.call(whoAmI, {});
    expect(me.actions).not.toContain('person.edit');
    const orgId = me.orgIds[0] as never;
    for (const browser of [filler, await cities.elsewhere(cities.cities.three, 'shenhe')])
      await expect(browser.call(organisations.addPerson, { id: orgId, name: '新人' })).rejects.toMatchObject({
        code: 'access.denied',
      });
    await clerk.call(organisations.addPerson, { id: orgId, name: '新人' });
    const told = await guard.call(listPermissions, {});
    expect(told.filter((one) => one.off.length > 0)).toMatchObject([
      { action: 'person.edit', off: ['区市县审核员'] },
    ]);
    const { roles } = await guard.call(contract.readRoleRules, {});
    const seen = roles.find(({ role }) => role === 'district-reviewer')?.sentences;
    expect(seen?.filter((one) => one.off).map(({ key }) => key)).toEqual(['person.edit/holders']);
  });

  test.each([
    ['of an administrator', { role: 'security-admin', sentence: 'grant.give/city' }],
    ['that switch on again', { role: 'coordinator-head', sentence: 'overlay.approve/city/roles' }],
    ['the role never had', { role: 'guest', sentence: 'person.edit/holders' }],
  ])('%s are not switched off', async (_, entry) => {
    const { overlayId: id } = await guard.call(contract.proposeOverlay, off(entry));
    await expect(head.call(contract.approveOverlay, { id, version: 1 })).rejects.toMatchObject({
      code: 'overlay.faulty',
    });
  });
});

test('nobody reads or moves what another city changed', async () => {
  const { five } = cities.cities;
  const stranger = await cities.person(five, 'zhuren', 'coordinator-head', 'planning');
  expect((await stranger.call(contract.listRules, {})).overlays).toEqual([]);
  const [mine] = (await head.call(contract.listRules, {})).overlays;
  const id = mine?.overlayId as Id<'overlay'>;
  const asked = { id, version: 1 };
  await expect(stranger.call(contract.viewOverlay, { id })).rejects.toMatchObject({
    code: 'overlay.not_found',
  });
  await expect(stranger.call(contract.approveOverlay, asked)).rejects.toMatchObject({
    code: 'overlay.not_found',
  });
});
