import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twoCities } from '../../rules/test/support/two-cities.ts';
import * as contract from '../contract.ts';

type Cities = Awaited<ReturnType<typeof twoCities>>;
type Person = Awaited<ReturnType<Cities['person']>>;

let cities: Cities;
let technician: Person;
let clerk: Person;
let stranger: Person;

beforeAll(async () => {
  cities = await twoCities();
  const { three, five } = cities.cities;
  technician = await cities.person(three, 'xitong', 'system-admin');
  clerk = await cities.person(three, 'keyuan', 'coordinator-clerk', 'planning');
  stranger = await cities.person(five, 'keyuan', 'coordinator-clerk', 'planning');
});
afterAll(() => cities?.close());

const seen = async (person: Person) =>
  (await person.call(contract.readDifference, {})).lines.map(
    ({ name, field, pack, here, cause }) => `${name} ${field} ${pack}|${here} ${cause}`,
  );
const lineOf = async (slug: string, field: string) => {
  const { lines } = await clerk.call(contract.readDifference, {});
  const found = lines.find((one) => one.slug === slug && one.field === field);
  if (!found) throw new Error(`${slug} ${field} does not differ`);
  return { slug: found.slug, field: found.field, version: found.version };
};

describe('organisations and their pack', () => {
  test('differ in nothing at first', async () => {
    expect(await clerk.call(contract.readDifference, {})).toEqual({ lines: [], missing: [], gone: [] });
  });

  test('differ by what was edited here and by what a newer pack says, in one city only', async () => {
    const { rows } = await clerk.call(contract.listOrganisations, {});
    const west = rows.find(({ slug }) => slug === 'west');
    if (!west) throw new Error('no west');
    const edit = { id: west.orgId, version: west.version, name: '西川新区', reason: '更名' };
    await clerk.call(contract.editOrganisation, edit);
    const file = join(cities.dirs.three, 'organisations.csv');
    const text = readFileSync(file, 'utf8')
      .replace(',港区,city,120,', ',临港区,city,125,')
      .replace(',西川区,city,110,', ',西川县,city,110,')
      .replace('西川;西川县', '西川;西川区')
      .concat('south,district,829903,南川区,city,130,,,,\n');
    writeFileSync(file, text);
    cities.read(cities.dirs.three);
    expect(await seen(clerk)).toEqual([
      '港区 name 临港区|港区 pack',
      '港区 shortName 临港区|港区 pack',
      '港区 order 125|120 pack',
      '西川新区 name 西川县|西川新区 both',
      '西川新区 shortName 西川县|西川区 pack',
    ]);
    expect((await clerk.call(contract.readDifference, {})).missing).toEqual([
      { slug: 'south', name: '南川区' },
    ]);
    expect(await seen(stranger)).toEqual([]);
  });

  test('are settled line by line, by the system administrator, too', async () => {
    await technician.call(contract.settleDifference, {
      lines: [
        { ...(await lineOf('harbour', 'name')), take: true },
        { ...(await lineOf('harbour', 'order')), take: false },
        { ...(await lineOf('west', 'name')), take: false },
      ],
      add: ['south'],
    });
    expect(await seen(clerk)).toEqual([
      '临港区 shortName 临港区|港区 pack',
      '临港区 order 125|120 here',
      '西川新区 name 西川县|西川新区 here',
      '西川新区 shortName 西川县|西川区 pack',
    ]);
    const { rows } = await clerk.call(contract.listOrganisations, {});
    expect(rows.find(({ slug }) => slug === 'south')?.name).toBe('南川区');
    const harbour = rows.find(({ slug }) => slug === 'harbour');
    expect(harbour).toMatchObject({
      name: '临港区',
      officialOrder: 120,
      aliases: expect.arrayContaining(['港区管委会']),
    });
  });

  test('are not settled on an older state, nor by others', async () => {
    const line = await lineOf('west', 'shortName');
    const old = { lines: [{ ...line, version: line.version - 1, take: true }], add: [] };
    await expect(clerk.call(contract.settleDifference, old)).rejects.toMatchObject({
      code: 'organisation.stale',
    });
    const guard = await cities.person(cities.cities.three, 'anquan', 'security-admin');
    await expect(guard.call(contract.readDifference, {})).rejects.toMatchObject({ code: 'access.denied' });
  });
});
