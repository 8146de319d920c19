import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { baseMigrations, checkCatalogue } from '#db';
import { asTableOwner, type TestDatabase, testDatabase } from '#db/testing';
import { migrations } from '../../apps/program/migrations.ts';

const owners = [baseMigrations, ...migrations];

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase(migrations);
});
afterAll(() => database?.drop());

/** Who creates which table that was not dropped since, as the files of the migrations say in their order. */
function madeBy(): Map<string, string[]> {
  const made = new Map<string, string[]>();
  for (const { owner, steps } of owners)
    for (const { text } of steps)
      for (const [, dropped, created] of text.matchAll(
        /^\s*(?:drop table (.+?);|create (?:unlogged )?table (?:if not exists )?(\w+\.\w+))/gim,
      )) {
        for (const table of dropped?.split(/,\s*/) ?? []) made.delete(table);
        if (created) made.set(created, [...(made.get(created) ?? []), owner]);
      }
  return made;
}

describe('every table of the program', () => {
  test('keeps the rules of keys, rows and rights', async () => {
    expect(await checkCatalogue(database.db)).toEqual([]);
  });

  test('is made by one owner, and lies in schema city or platform', async () => {
    const rows = await asTableOwner(
      database.db,
      `select n.nspname || '.' || t.relname as name from pg_class t join pg_namespace n on n.oid = t.relnamespace
       where t.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'pg_toast', 'information_schema') order by 1`,
    );
    const tables = rows.map((row) => String(row['name']));
    const made = madeBy();
    expect(tables.filter((table) => made.get(table)?.length !== 1)).toEqual([]);
    expect(tables.filter((table) => !/^(city|platform)\./.test(table))).toEqual([]);
    expect([...made.keys()].sort()).toEqual([...tables].sort());
    expect(tables.length).toBeGreaterThan(40);
  });
});

test('every owner has run every step of its own', async () => {
  const rows = await asTableOwner(
    database.db,
    'select owner, array_agg(name order by number) as names from platform.migration group by owner',
  );
  const ran = new Map(rows.map((row) => [String(row['owner']), row['names']]));
  expect([...ran.keys()].sort()).toEqual(owners.map(({ owner }) => owner).sort());
  for (const { owner, steps } of owners) expect(ran.get(owner)).toEqual(steps.map(({ name }) => name));
});
