import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkCatalogue, tables } from '#db';
import { asTableOwner, type TestDatabase } from '#db/testing';
import { newId } from '#kernel/id';
import {
  checkRollups,
  currentLights,
  evaluate,
  fileReport,
  lightsOn,
  planVersionsOf,
  reportsOf,
  rollupsOf,
  stateDuties,
} from '../index.ts';
import { aDatabase, asCity, cityId } from './a-city.ts';
import { aDuty, aReport, aSubject, report } from './a-year.ts';

describe('the figures of a project follow its scope; its light is for the whole city', () => {
  let database: TestDatabase;
  let [own, other]: string[] = [];
  const holder = newId<'organisation'>();
  const stranger = 330100;

  beforeAll(async () => {
    database = await aDatabase();
    const both = await asCity(database.db, async (city) => {
      const subjects = [await aSubject(city, '甲区'), await aSubject(city, '乙区')];
      for (const one of subjects) await report(city, aReport(one, '2023-05', 500n));
      await evaluate(city, { asOf: '2023-06-10' });
      return subjects;
    });
    [own, other] = both;
    await plantScope(own as string);
  });
  afterAll(async () => database?.drop());

  /** The project's own row, which the scope refers to, belongs to another engine: left out of this database. */
  async function plantScope(projectId: string): Promise<void> {
    const references = await asTableOwner(
      database.db,
      `select conname from pg_constraint where conrelid = 'city.project_scope'::regclass and contype = 'f'`,
    );
    for (const { conname } of references) {
      await asTableOwner(database.db, `alter table city.project_scope drop constraint ${conname}`);
    }
    const planted = `insert into city.project_scope (city_id, project_id, holder_id) values ($1, $2, $3)`;
    await asTableOwner(database.db, planted, [cityId, projectId, holder]);
  }

  const asHolder = { holders: [holder] };

  test.each(['plan_version', 'report', 'evaluation'])(
    'plain SQL on city.%s sees the own project only',
    async (table) => {
      const subjects = (eyes: object) =>
        asCity(
          database.db,
          async ({ tx }) => {
            const found = await sql<{
              id: string;
            }>`select distinct subject_id as id from city.${sql.raw(table)}`.execute(tables(tx));
            return found.rows.map(({ id }) => id).sort();
          },
          eyes,
        );
      expect(await subjects(asHolder)).toEqual([own]);
      expect(await subjects({})).toEqual([own, other].sort());
      expect(await subjects({ holders: [newId()] })).toEqual([]);
      expect(await subjects({ cityId: stranger })).toEqual([]);
    },
  );

  test('lights of both are seen, figures and reasons of the own one', async () => {
    const lights = await asCity(database.db, (city) => lightsOn(city, '2023-06-10'), asHolder);
    const seen = new Map(lights.projects.map((one) => [one.subjectId, one]));
    expect([seen.get(own as string)?.overall, seen.get(other as string)?.overall]).toEqual([
      'green',
      'green',
    ]);
    expect(seen.get(own as string)?.inputs?.actualToMonthFen).toBe(500n);
    expect(seen.get(other as string)?.inputs).toBeUndefined();
    expect(seen.get(other as string)?.why).toEqual([]);
    const sums = new Map(lights.groups.map((group) => [group.groupId, group.actualToMonthFen]));
    expect([sums.get('甲区'), sums.get('乙区')]).toEqual([500n, null]);
    expect(lights.total).toMatchObject({ projects: 2, planToMonthFen: null });
  });

  test('another city sees no light', async () => {
    const lights = await asCity(database.db, (city) => lightsOn(city, '2023-06-10'), { cityId: stranger });
    expect([lights.projects, lights.groups]).toEqual([[], []]);
    const ids = [own as string, other as string];
    const current = (eyes: object) => asCity(database.db, (city) => currentLights(city, ids), eyes);
    expect(await current({ cityId: stranger })).toEqual([]);
    expect(await current(asHolder)).toHaveLength(2);
  });

  test('a holder reports on the own project; the sums move when the city verifies it', async () => {
    await asCity(
      database.db,
      async (city) => {
        await fileReport(city, aReport(own as string, '2023-06', 600n), { expectedNumber: 0 });
        expect(await reportsOf(city, other as string)).toEqual([]);
        expect(await planVersionsOf(city, other as string)).toEqual([]);
      },
      asHolder,
    );
    await asCity(database.db, async (city) => {
      const sums = async () =>
        (await rollupsOf(city, 'city', { first: '2023-06', last: '2023-06' }))[0]?.sums;
      expect(await sums()).toMatchObject({ owed: 2n, reported: 0n, planFen: 1200n, actualFen: 0n });
      const verified = aReport(own as string, '2023-06', 600n, { standing: 'verified' });
      await fileReport(city, verified, { expectedNumber: 0 });
      expect(await sums()).toMatchObject({ owed: 2n, reported: 1n, planFen: 1200n, actualFen: 600n });
      expect((await checkRollups(city)).differences).toEqual([]);
    });
  });

  test('a holder cannot verify, and so move sums and lights', async () => {
    const verified = aReport(own as string, '2023-07', 600n, { standing: 'verified' });
    const filing = asCity(database.db, (city) => fileReport(city, verified, { expectedNumber: 0 }), asHolder);
    await expect(filing).rejects.toThrow(/row-level security/);
  });

  test('a holder cannot report on another project', async () => {
    const filing = asCity(
      database.db,
      (city) => fileReport(city, aReport(other as string, '2023-06', 1n), { expectedNumber: 0 }),
      asHolder,
    );
    await expect(filing).rejects.toThrow(/row-level security/);
  });

  test('evaluating and checking take the whole city', async () => {
    const refused = { code: 'lights.whole_city_only' };
    const evaluating = asCity(database.db, (city) => evaluate(city, { asOf: '2023-06-10' }), asHolder);
    await expect(evaluating).rejects.toMatchObject(refused);
    await expect(asCity(database.db, (city) => checkRollups(city), asHolder)).rejects.toMatchObject(refused);
  });

  test('sums also stay whole when somebody without reach changes a duty', async () => {
    await asCity(
      database.db,
      (city) =>
        stateDuties(city, [aDuty(other as string, { fromMonth: '2023-06', owes: false, reason: '终止' })]),
      asHolder,
    );
    await asCity(database.db, async (city) => expect((await checkRollups(city)).differences).toEqual([]));
  });

  test.each(['plan_version', 'report', 'subject_duty', 'evaluation', 'light', 'rule_set'])(
    'nothing in city.%s can be changed or removed',
    async (table) => {
      for (const statement of [`delete from city.${table}`, `update city.${table} set city_id = city_id`]) {
        const attempt = asCity(database.db, ({ tx }) => sql.raw(statement).execute(tables(tx)));
        await expect(attempt).rejects.toThrow(/permission denied/);
      }
    },
  );

  test('every table keeps the rule of keys and rows', async () => {
    const findings = await checkCatalogue(database.db);
    const own = ['subject', 'plan_version', 'report', 'rule_set', 'evaluation', 'light', 'rollup'];
    expect(findings.filter((finding) => own.some((name) => finding.includes(`city.${name}`)))).toEqual([]);
  });
});
