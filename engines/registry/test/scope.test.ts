import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type City, scopeOf } from '#access';
import { checkCatalogue, inScope, tables } from '#db';
import {
  applyListImport,
  createProject,
  findOrganisation,
  findProjects,
  getProject,
  type OrgId,
  type ProjectId,
  updateProject,
} from '../index.ts';
import { rowsOf, second } from './support/a-record.ts';
import { office, openTestCity, type TestCity } from './support/city.ts';

describe('two districts of one city', () => {
  let city: TestCity;
  let orgs: Record<'east' | 'west' | 'port' | 'industry', OrgId>;
  let ids: ProjectId[];

  beforeAll(async () => {
    city = await openTestCity();
    const org = async (name: string) => (await city.act((one) => findOrganisation(one, name)))!.orgId;
    orgs = {
      ...{ east: await org('东区'), west: await org('西区') },
      ...{ port: await org('港口新区'), industry: await org('市工业局') },
    };
    const rows = rowsOf({}, second);
    const result = await city.act((one) =>
      applyListImport(one, { year: 2023, source: { fileName: '清单.xlsx' }, rows }),
    );
    ids = result.rows.map((row) => row.projectId);
  });
  afterAll(() => city?.drop());

  const count = (table: string, as: OrgId) =>
    inScope(city.db, scopeOf(office(as), city.pack.cityId), async (tx) => {
      const { rows } = await sql<{ id: ProjectId }>`select distinct project_id as id
        from ${sql.raw(`city.${table}`)} order by 1`.execute(tables(tx));
      return rows.map((row) => row.id);
    });

  const own = { east: [0], west: [1], port: [1], industry: [1] } as const;
  const cases = (['east', 'west', 'port', 'industry'] as const).flatMap((who) => [
    ...['project_detail', 'year_money', 'project_change', 'responsibility_contact', 'stage_change'].map(
      (table) => [who, table, own[who]] as const,
    ),
    ...['project', 'project_code', 'project_district', 'year_entry', 'list_membership', 'responsibility'].map(
      (table) => [who, table, [0, 1]] as const,
    ),
  ]);
  test.each(cases)('%s reads in %s the projects %j', async (who, table, expected) => {
    expect(await count(table, orgs[who])).toEqual(expected.map((index) => ids[index]));
  });

  test('an office of no project reads the cards and nothing else', async () => {
    const nobody = '01900000-0000-7000-8000-00000000dead' as OrgId;
    expect(await count('project', nobody)).toEqual(ids);
    expect(await count('project_detail', nobody)).toEqual([]);
  });

  test('another city reads nothing at all', async () => {
    const rows = await inScope(
      city.db,
      { ...scopeOf(office(orgs.east), 130800), reach: 'city' },
      async (tx) => {
        const found = await sql`select 1 from city.project union all select 1 from city.project_detail
        union all select 1 from city.organisation`.execute(tables(tx));
        return found.rows;
      },
    );
    expect(rows).toEqual([]);
  });

  const asEast = <T>(work: (one: City) => Promise<T>) => city.act(work, office(orgs.east));

  test('a neighbour sees the card, the lists and the category, but no money, sponsor or phone', async () => {
    const view = await asEast((one) => getProject(one, ids[1]!));
    expect(view).toMatchObject({ withinScope: false, detail: null, card: { name: second.name } });
    expect(view.entries).toMatchObject([{ category: '新开工', totalFen: null, planYearFen: null }]);
    expect(view.holders.map((one) => one.phone)).toEqual([null, null, null, null]);
    const rows = await asEast((one) =>
      findProjects(one, { year: 2023 }, { sort: 'total', descending: true }),
    );
    expect(rows.map(({ totalFen, company }) => [totalFen, company])).toEqual([
      [50_000_000_000n, '滨海建设有限公司'],
      [null, null],
    ]);
  });

  test('the sponsor of a neighbour finds nothing, its own sponsor does', async () => {
    const found = (text: string) =>
      asEast(async (one) => (await findProjects(one, { text })).map((row) => row.projectId));
    expect(await found('西港物流')).toEqual([]);
    expect(await found('滨海建设')).toEqual([ids[0]]);
    expect(await asEast(async (one) => (await findProjects(one, { ownOnly: true })).length)).toBe(1);
  });

  test('a neighbour cannot edit, by act or by statement', async () => {
    const edit = { projectId: ids[1]!, version: 1, detail: { remark: '越权' } };
    await expect(asEast((one) => updateProject(one, edit))).rejects.toMatchObject({
      code: 'project.outside_scope',
    });
    await asEast(async ({ tx }) => {
      const touched = async (statement: ReturnType<typeof sql>) =>
        (await statement.execute(tables(tx))).numAffectedRows;
      const id = ids[1];
      expect(await touched(sql`update city.project set name = 'x' where project_id = ${id}`)).toBe(0n);
      expect(await touched(sql`update city.project_detail set remark = 'x' where project_id = ${id}`)).toBe(
        0n,
      );
      expect(await touched(sql`delete from city.list_membership where project_id = ${id}`)).toBe(0n);
    });
  });

  test.each([
    [
      'enter itself in the scope of a neighbour',
      (id: string, org: string) => sql`insert into city.project_scope values (130900, ${id}, ${org})`,
    ],
    [
      'add itself to the districts of a neighbour',
      (id: string, org: string) => sql`insert into city.project_district values (130900, ${id}, ${org}, 9)`,
    ],
    [
      'rewrite the history of stages',
      (id: string) => sql`delete from city.stage_change where project_id = ${id}`,
    ],
    [
      'rewrite the log of changes',
      (id: string) => sql`update city.project_change set act = '' where project_id = ${id}`,
    ],
  ])('a district cannot %s', async (_, statement) => {
    const work = asEast(({ tx }) => statement(ids[1]!, orgs.east).execute(tables(tx)));
    await expect(work).rejects.toThrowError(/permission denied|row-level security/);
  });

  test('a district keeps its own cards, and may hand one over', async () => {
    const made = await asEast((one) =>
      createProject(one, { name: '东区排水管网', districts: [orgs.east], detail: { totalFen: '100' } }),
    );
    const edit = {
      projectId: made.projectId,
      version: 1,
      districts: [orgs.west],
      detail: { remark: '移交' },
    };
    expect((await asEast((one) => updateProject(one, edit))).version).toBe(2);
    expect((await asEast((one) => getProject(one, made.projectId))).withinScope).toBe(false);
    const west = await city.act((one) => getProject(one, made.projectId), office(orgs.west));
    expect(west).toMatchObject({ withinScope: true, detail: { totalFen: '100', remark: '移交' } });
  });

  test('a district cannot open a card for another, and sees duplicates it may not read', async () => {
    const create = (over: object) =>
      asEast((one) => createProject(one, { name: '新项目', districts: [orgs.west], ...over }));
    await expect(create({})).rejects.toMatchObject({ code: 'project.outside_scope' });
    const alike = { name: '港口仓储工程', districts: [orgs.east], detail: { uscc: second.uscc } };
    await expect(create(alike)).rejects.toMatchObject({
      code: 'project.duplicate',
      details: { number: 'XC23-002' },
    });
  });

  test('a secretary known by name and number sees the projects she accompanies', async () => {
    const person = '01900000-0000-7000-8000-0000000000bb';
    await city.act(async ({ tx }) => {
      await sql`insert into city.person (city_id, person_id, name) values (130900, ${person}, '孙六')`.execute(
        tables(tx),
      );
      await sql`insert into city.person_contact (city_id, person_id, phone)
        values (130900, ${person}, '13900000006')`.execute(tables(tx));
    });
    const rows = rowsOf({ name: '北岸泵站', code: null, secretary: '孙六', secretaryPhone: '13900000006' });
    const { rows: written } = await city.act((one) =>
      applyListImport(one, { year: 2023, source: { fileName: '补充.xlsx' }, rows }),
    );
    const own = await city.act((one) => findProjects(one, { ownOnly: true }), office(person));
    expect(own.map((row) => row.projectId)).toEqual([written[0]?.projectId]);
  });

  test('the tables keep the rules of keys, row security and grants', async () => {
    const findings = (await checkCatalogue(city.db)).filter((finding) => !finding.includes('city.audit'));
    expect(findings).toEqual([]);
  });
});
