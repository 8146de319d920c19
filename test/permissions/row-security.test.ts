import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf, localOperator, scopeOf, systemActor } from '#access';
import { inScope, inTransaction, type Scope, type Tx, tables } from '#db';
import { asTableOwner, testSettings } from '#db/testing';
import { lockMonth } from '#engines/indicators';
import { tablesOfCities } from './support/digest.ts';
import { type FilledCity, fillCity } from './support/fill-city.ts';
import { detailTables, heldRows } from './support/held-rows.ts';
import { type SideName, tellsOf } from './support/marks.ts';
import { cityId, type OpenedProgram, openProgram, otherCityId, today } from './support/open-program.ts';
import { projectRows } from './support/project-rows.ts';
import { cityRoles, scopedRoles } from './support/seats.ts';

let program: OpenedProgram;
let city: FilledCity;
let names: readonly string[];
beforeAll(async () => {
  program = await openProgram();
  await fillCity(program, otherCityId);
  await program.inCity(otherCityId, (other) => lockMonth(other, { month: '2023-05', asOf: today }));
  city = await fillCity(program, cityId);
  names = await tablesOfCities(program.db);
});
afterAll(() => program?.close());

async function scopeOfLogin(login: string): Promise<Scope> {
  if (login === 'operator') return scopeOf(localOperator, cityId);
  const system = scopeOf(systemActor, cityId);
  if (login === 'system') return system;
  const { accountId = '' } = city.seats.find((one) => one.login === login) ?? {};
  return inScope(program.db, system, async (tx) => scopeOf(await actorOf(tx, accountId, today), cityId));
}

type Seen = { readonly cityId: number; readonly row: string };

/** `select *` without any where. */
async function seenIn(tx: Tx, name: string): Promise<Seen[]> {
  const from = sql.table(`city.${name}`);
  const { rows } = await sql<Seen>`select t.city_id as "cityId", t::text as row from ${from} t`.execute(
    tables(tx),
  );
  return rows;
}

const sides: readonly SideName[] = ['east', 'west'];
const neighbourOf = { east: 'west', west: 'east' } as const;
const scoped = sides.flatMap((side) => scopedRoles.map((role) => [`${side}-${role}`, side] as const));
const everybody = [...scoped.map(([login]) => login), ...cityRoles, 'operator', 'system'];

test('the other city has rows in every table, so that seeing none of them means something', async () => {
  const empty: string[] = [];
  for (const name of names.filter((one) => !one.startsWith('v_'))) {
    const [row] = await asTableOwner(
      program.db,
      `select count(*)::integer as n from city.${name} where city_id = $1`,
      [otherCityId],
    );
    if (row?.['n'] === 0) empty.push(name);
  }
  expect(empty).toEqual([]);
});

describe('select * from every table', () => {
  test.each(everybody)('%s sees rows of its city only', async (login) => {
    const foreign: string[] = [];
    await inScope(program.db, await scopeOfLogin(login), async (tx) => {
      for (const name of names) {
        const rows = await seenIn(tx, name);
        if (rows.some((row) => row.cityId !== cityId)) foreign.push(name);
      }
    });
    expect(foreign).toEqual([]);
  });

  test.each(everybody)(
    '%s sees the details of the projects it reaches, all of them and no other',
    async (login) => {
      const scope = await scopeOfLogin(login);
      const held = await heldRows(program.db, scope);
      const seen: Record<string, string[]> = {};
      await inScope(program.db, scope, async (tx) => {
        for (const name of Object.keys(detailTables)) {
          seen[name] = (await seenIn(tx, name)).map(({ row }) => row).sort();
        }
      });
      expect(seen).toEqual(held);
      const some = Object.values(held).every((rows) => rows.length > 0);
      expect(some).toBe(scope.reach !== 'holders' || scope.holders.length > 0);
    },
  );

  /**
   * Published within the city: sums of groups (the sum of one project is its figure, and the routes withhold it), and
   * what a bulletin was made from once it is issued (the routes give its rows by scope).
   */
  const published = ['rollup', 'bulletin'];

  test.each(scoped)(
    '%s finds no word, number or amount of its neighbour in any table',
    async (login, side) => {
      const tells: string[] = [];
      await inScope(program.db, await scopeOfLogin(login), async (tx) => {
        for (const name of names.filter((one) => !published.includes(one))) {
          const told = (await seenIn(tx, name)).flatMap(({ row }) => tellsOf(neighbourOf[side], row));
          if (told.length > 0) tells.push(`${name}: ${[...new Set(told)].join('、')}`);
        }
      });
      expect(tells).toEqual([]);
    },
  );

  test.each(['system-admin', 'security-admin', 'guest'])(
    '%s finds no detail of any project',
    async (login) => {
      const tells: string[] = [];
      await inScope(program.db, await scopeOfLogin(login), async (tx) => {
        for (const name of names.filter((one) => !published.includes(one))) {
          const told = (await seenIn(tx, name)).flatMap(({ row }) =>
            sides.flatMap((side) => tellsOf(side, row)),
          );
          if (told.length > 0) tells.push(name);
        }
      });
      expect(tells).toEqual([]);
    },
  );

  test.each([...cityRoles, ...scoped.map(([login]) => login)])(
    '%s reads of the audit what is its own',
    async (login) => {
      const scope = await scopeOfLogin(login);
      const all = scope.readsAudit ? 'true' : `t.account_id = '${scope.actorId}'`;
      const [row] = await asTableOwner(
        program.db,
        `select count(*)::integer as n from city.audit t where t.city_id = ${cityId} and ${all}`,
      );
      const seen = await inScope(program.db, scope, (tx) => seenIn(tx, 'audit'));
      expect(seen.length).toBe(row?.['n']);
      expect(scope.readsAudit).toBe(login === 'audit-admin');
    },
  );
});

/** What a statement did, alone in its savepoint: rows, or the class of the error. */
async function attempt(tx: Tx, text: string): Promise<number | string> {
  try {
    return await inTransaction(tx, async () =>
      Number((await sql.raw(text).execute(tables(tx))).numAffectedRows ?? 0n),
    );
  } catch (error) {
    return String((error as { code?: unknown }).code);
  }
}

class Undone extends Error {}

/** Everything is undone at the end. */
async function trying(scope: Scope, work: (tx: Tx) => Promise<void>): Promise<void> {
  const all = inScope(program.db, scope, async (tx) => {
    await work(tx);
    throw new Undone();
  });
  await expect(all).rejects.toBeInstanceOf(Undone);
}

const denied = '42501';

describe("writes on a neighbour's rows", () => {
  test.each(scoped)('%s can neither change, remove nor copy one', async (login, side) => {
    const ids = Object.values(city.sides[neighbourOf[side]].made).map(({ id }) => id);
    const found = await projectRows(program.db, cityId, ids);
    const wrong: string[] = found
      .filter(({ row }) => !row)
      .map(({ table }) => `${table}: the neighbour has no row`);
    await trying(await scopeOfLogin(login), async (tx) => {
      for (const { table, column, row = '' } of found) {
        const where = `${column} in (${ids.map((id) => `'${id}'`).join(',')})`;
        const copy = `json_populate_record(null::city.${table}, '${row.replaceAll("'", "''")}')`;
        const update = await attempt(tx, `update city.${table} set ${column} = ${column} where ${where}`);
        const removed = await attempt(tx, `delete from city.${table} where ${where}`);
        const insert = await attempt(tx, `insert into city.${table} select * from ${copy}`);
        if (update !== 0 && update !== denied) wrong.push(`${table}: update ${update}`);
        if (removed !== 0 && removed !== denied) wrong.push(`${table}: delete ${removed}`);
        if (insert !== denied) wrong.push(`${table}: insert ${insert}`);
      }
    });
    expect(wrong).toEqual([]);
    expect(found.length).toBeGreaterThan(Object.keys(detailTables).length);
  });

  test.each(sides)('the same statements reach the own rows of %s', async (side) => {
    const { id } = city.sides[side].made.building;
    const changed: Record<string, number | string> = {};
    await trying(await scopeOfLogin(`${side}-district-filler`), async (tx) => {
      for (const name of ['project', 'project_detail', 'year_money', 'subject_group'])
        changed[name] = await attempt(
          tx,
          `update city.${name} set city_id = city_id where ${name === 'subject_group' ? 'subject_id' : 'project_id'} = '${id}'`,
        );
    });
    expect(Object.values(changed).every((rows) => typeof rows === 'number' && rows > 0)).toBe(true);
  });

  test('of another city nobody changes a row', async () => {
    const wrong: string[] = [];
    for (const login of ['coordinator-head', 'system-admin', 'operator', 'system']) {
      await trying(await scopeOfLogin(login), async (tx) => {
        for (const name of names.filter((one) => !one.startsWith('v_') && one !== 'project_department')) {
          const own = `where city_id = ${otherCityId}`;
          const update = await attempt(tx, `update city.${name} set city_id = city_id ${own}`);
          const removed = await attempt(tx, `delete from city.${name} ${own}`);
          for (const result of [update, removed])
            if (result !== 0 && result !== denied) wrong.push(`${login} ${name} ${result}`);
        }
      });
    }
    expect(wrong).toEqual([]);
  });
});

describe('what the role of the program may never do', () => {
  const kept = [
    'audit',
    'audit_seal',
    'report',
    'plan_version',
    'evaluation',
    'project_change',
    'stage_change',
  ];
  const statements = [
    ...kept.flatMap((name) => [
      `update city.${name} set city_id = city_id`,
      `delete from city.${name}`,
      `truncate city.${name}`,
    ]),
    'truncate city.project cascade',
    'create table city.planted (id integer)',
    'create table platform.planted (id integer)',
    'create table public.planted (id integer)',
    'create function city.planted() returns integer language sql as $$ select 1 $$',
    'alter table city.audit disable row level security',
    'alter table city.audit disable trigger all',
    'alter table city.report add column planted text',
    'drop policy guatu_scope on city.report',
    'drop table city.audit_seal',
    'create policy planted on city.audit for select using (true)',
    'create role planted superuser',
    "set session_replication_role = 'replica'",
    "copy city.account to program 'cat'",
    "select pg_read_file('PG_VERSION')",
    // A server named by URL lets its owner act in the role of the program, and so back again.
    ...(testSettings().url ? [] : ['set role guatu_owner', 'set session authorization guatu_owner']),
  ];
  test.each(statements)('%s', async (statement) => {
    await trying(await scopeOfLogin('system'), async (tx) => {
      expect([denied, '42P17', '0LP01']).toContain(await attempt(tx, statement));
    });
  });
});
