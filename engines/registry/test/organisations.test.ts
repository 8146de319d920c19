import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asTableOwner } from '#db/testing';
import { sectionOf } from '#pack';
import { compareOrganisations, type OrganisationFields } from '../domain/organisation-sync.ts';
import {
  findOrganisation,
  type OrganisationNode,
  type OrganisationsSection,
  organisationsSection,
  readOrganisationTree,
  readTiles,
  syncOrganisations,
} from '../index.ts';
import { openTestCity, type TestCity } from './support/city.ts';

const fields = (over: Partial<OrganisationFields> = {}): OrganisationFields => ({
  ...{ kind: 'district', code: null, name: '东区', shortName: '东区', parent: null, order: 1 },
  ...{ validFrom: null, validTo: null, successor: null },
  ...over,
});

describe('pack before, pack now, and what stands here', () => {
  test.each([
    ['nobody changed it', '东区', '东区', '东区', '东区', 0],
    ['the pack changed it', '东区', '东区新名', '东区', '东区新名', 0],
    ['a screen changed it', '东区', '东区', '东区（改）', '东区（改）', 0],
    ['both changed it', '东区', '东区新名', '东区（改）', '东区（改）', 1],
    ['both changed it alike', '东区', '东区新名', '东区新名', '东区新名', 0],
  ])('%s', (_, said, says, here, expected, conflicts) => {
    const kept = [
      {
        orgId: '1' as never,
        slug: 'east',
        version: 1,
        fields: fields({ name: here }),
        packRow: fields({ name: said }),
      },
    ];
    const sync = compareOrganisations(kept, [{ id: 'east', fields: fields({ name: says }) }]);
    expect(sync.changed[0]?.after.name ?? here).toBe(expected);
    expect(sync.conflicts).toHaveLength(conflicts);
  });
});

describe('organisations of the pack', () => {
  let city: TestCity;
  let section: OrganisationsSection;
  const sync = (over: (one: OrganisationsSection) => OrganisationsSection = (one) => one) =>
    city.act((one) => syncOrganisations(one, over(section)));
  beforeAll(async () => {
    city = await openTestCity();
    section = sectionOf(city.pack, organisationsSection);
  });
  afterAll(() => city?.drop());

  test('stand as a tree in official order', async () => {
    const tree = await city.act(readOrganisationTree);
    const names = (nodes: readonly OrganisationNode[]): unknown[] =>
      nodes.map((one) => (one.children.length > 0 ? [one.name, names(one.children)] : one.name));
    expect(names(tree)).toEqual([
      ['市本级', [['东区', ['东一镇']], '西区', '港口新区', '市交通局', '市工业局']],
    ]);
  });

  test.each([
    ['港口新区', '港口新区'],
    ['港区', '港口新区'],
    ['东区政府', '东区'],
    ['交 通 局', '市交通局'],
    ['北区', undefined],
  ])('%s is %s', async (spelling, name) => {
    expect((await city.act((one) => findOrganisation(one, spelling)))?.name).toBe(name);
  });

  test('a second time nothing differs', async () => {
    expect(await sync()).toEqual({ added: [], changed: [], conflicts: [], gone: [], clashes: [] });
  });

  test('an edit on screen is kept and told; a change of the pack is taken; what left the pack stays', async () => {
    await asTableOwner(city.db, `update city.organisation set name = '西城区' where slug = 'west'`);
    const difference = await sync((one) => ({
      ...one,
      organisations: one.organisations
        .filter(({ id }) => id !== 'industry')
        .map((org) => (org.id === 'west' ? { ...org, name: '西部区', order: 35 } : org)),
    }));
    expect(difference).toMatchObject({
      changed: [{ name: '西城区', fields: ['order'] }],
      conflicts: [{ id: 'west', field: 'name', pack: '西部区', here: '西城区' }],
      gone: ['市工业局'],
    });
    expect((await city.act((one) => findOrganisation(one, '西城区')))?.officialOrder).toBe(35);
    expect((await city.act((one) => findOrganisation(one, '西部区')))?.name).toBe('西城区');
  });

  test('the map of tiles follows the pack', async () => {
    const tiles = await city.act(readTiles);
    expect(tiles.map(({ organisation, column, label }) => [organisation.slug, column, label])).toEqual([
      ['east', 2, '东'],
      ['west', 1, '西'],
      ['port', 2, '港'],
    ]);
  });
});
