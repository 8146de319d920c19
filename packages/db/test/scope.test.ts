import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import {
  deferQuery,
  inPlatform,
  inScope,
  inTransaction,
  listCities,
  saveCity,
  sendDeferred,
} from '../index.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import { onConnection } from '../transaction.ts';
import { inCity, query, sampleMigrations } from './sample.ts';

let test1: TestDatabase;
const [mine, yours, office] = [newId(), newId(), newId()];

beforeAll(async () => {
  test1 = await testDatabase([sampleMigrations]);
  for (const cityId of [210200, 331100]) {
    await inScope(test1.db, inCity(cityId), async (tx) => {
      await saveCity(tx, `pack-${cityId}`, `城${cityId}`);
      for (const project of [mine, yours])
        await query(tx, 'insert into city.report (city_id, project_id) values ($1, $2)', [cityId, project]);
      await query(tx, 'insert into city.project_scope values ($1, $2, $3)', [cityId, mine, office]);
    });
  }
});
afterAll(() => test1.drop());

const count = (scope: Parameters<typeof inScope>[1], text: string) =>
  inScope(test1.db, scope, async (tx) =>
    Number((await query(tx, `select count(*) as n from ${text}`))[0]?.['n']),
  );

describe('rows that a plain select without any where sees', () => {
  test.each([
    ['the whole city', inCity(210200), 2],
    ['another city', inCity(331100), 2],
    ['a city that is not there', inCity(999999), 0],
    ['a job of the city', inCity(210200, { reach: 'system' }), 2],
    ['an office that holds one project', inCity(210200, { reach: 'holders', holders: [office] }), 1],
    ['an office that holds none', inCity(210200, { reach: 'holders', holders: [newId()] }), 0],
    ['nobody', inCity(210200, { reach: 'holders' }), 0],
  ])('%s', async (_, scope, rows) => {
    expect(await count(scope, 'city.report')).toBe(rows);
  });

  test('no scope at all sees nothing, and the list of cities by name only', async () => {
    const seen = await inPlatform(test1.db, (tx) =>
      onConnection(tx, async (client) => (await client.query('select * from city.report')).rowCount),
    );
    expect(seen).toBe(0);
    expect((await listCities(test1.db)).map((city) => city.name)).toEqual(['城210200', '城331100']);
  });
});

describe('what the program may not write', () => {
  test.each([
    ['a row of another city', "insert into city.event values (331100, 1, '外')", /row-level security/],
    ['a city moved to another', 'update city.city set city_id = 331100', /row-level security/],
    ['an event changed', "update city.event set word = 'x'", /permission denied/],
    ['an event deleted', 'delete from city.event', /permission denied/],
    ['a table emptied', 'truncate city.report', /permission denied/],
    ['row security off', 'alter table city.report disable row level security', /must be owner/],
    ['a migration forged', "insert into platform.migration values ('db', 99, 'x', 'x')", /permission denied/],
    ['a role it is not in', 'set role pg_read_all_data', /permission denied to set role/],
    ['a trigger', 'create table city.more (city_id integer)', /permission denied for schema city/],
  ])('%s', async (_, text, message) => {
    await expect(inScope(test1.db, inCity(210200), (tx) => query(tx, text))).rejects.toThrow(message);
  });

  test('another project than those one holds', async () => {
    const scope = inCity(210200, { reach: 'holders', holders: [office] });
    const add = (project: string) =>
      inScope(test1.db, scope, (tx) =>
        query(tx, 'insert into city.report (city_id, project_id) values (210200, $1) returning report_id', [
          project,
        ]),
      );
    await expect(add(yours)).rejects.toThrow(/row-level security/);
    expect(await add(mine)).toHaveLength(1);
  });
});

describe('a transaction', () => {
  const words = () =>
    inScope(test1.db, inCity(210200), async (tx) =>
      (await query(tx, 'select word from city.event order by 1')).map((row) => row['word']),
    );

  test('saves all or nothing', async () => {
    const act = inScope(test1.db, inCity(210200), async (tx) => {
      await query(tx, "insert into city.event values (210200, 10, 'half')");
      throw new Error('stop');
    });
    await expect(act).rejects.toThrow('stop');
    expect(await words()).toEqual([]);
  });

  test('joins: the inner part can fail alone', async () => {
    await inScope(test1.db, inCity(210200), async (tx) => {
      await query(tx, "insert into city.event values (210200, 11, 'outer')");
      const inner = inTransaction(tx, async (same) => {
        await query(same, "insert into city.event values (210200, 12, 'inner')");
        throw new Error('inner');
      });
      await expect(inner).rejects.toThrow('inner');
      await inTransaction(tx, (same) => query(same, "insert into city.event values (210200, 13, 'second')"));
    });
    expect(await words()).toEqual(['outer', 'second']);
  });

  test('with a swallowed error is not reported as saved', async () => {
    const act = inScope(test1.db, inCity(210200), async (tx) => {
      await query(tx, 'select 1/0').catch(() => undefined);
    });
    await expect(act).rejects.toThrow(/swallowed/);
  });

  test('says last what was deferred, the last deferred first, and nothing that was undone meanwhile', async () => {
    const seen = await inScope(test1.db, inCity(210200), async (tx) => {
      const put = (id: number, text: string) =>
        deferQuery(tx, {
          text: `insert into city.event select 210200, $1::integer, $2::text || count(*) from city.event`,
          values: [id, text],
        });
      put(21, 'sums ');
      await inTransaction(tx, async () => {
        put(22, 'undone ');
        throw new Error('inner');
      }).catch(() => undefined);
      put(23, 'answer ');
      return query(tx, 'select event_id from city.event where event_id > 20');
    });
    expect(seen).toEqual([]);
    expect((await words()).slice(0, 3)).toEqual(['answer 2', 'outer', 'second']);
    expect((await words()).at(-1)).toBe('sums 3');
  });

  test('says what was deferred at once where it is asked to', async () => {
    const seen = await inScope(test1.db, inCity(210200), async (tx) => {
      deferQuery(tx, { text: "insert into city.event values (210200, 24, 'now')" });
      await sendDeferred(tx);
      return query(tx, 'select word from city.event where event_id = 24');
    });
    expect(seen).toEqual([{ word: 'now' }]);
  });

  test('saves nothing where what was deferred fails', async () => {
    const act = inScope(test1.db, inCity(210200), async (tx) => {
      await query(tx, "insert into city.event values (210200, 25, 'before')");
      deferQuery(tx, { text: 'select 1/0' });
    });
    await expect(act).rejects.toThrow(/division by zero/);
    expect(await words()).not.toContain('before');
  });

  test('that may run again does so where its connection was lost before it began', async () => {
    const ids = [31, 32, 33];
    await Promise.all(
      ids.map(() => inScope(test1.db, inCity(210200), (tx) => query(tx, 'select pg_sleep(0.05)'))),
    );
    await inScope(test1.db, inCity(210200), (tx) =>
      query(
        tx,
        `select pg_terminate_backend(pid) from pg_stat_activity
         where usename = current_user and datname = current_database() and pid <> pg_backend_pid()`,
      ),
    );
    const add = (id: number) =>
      inScope(
        test1.db,
        inCity(210200),
        (tx) => query(tx, `insert into city.event values (210200, ${id}, 'again ${id}')`),
        { repeatable: true },
      );
    await Promise.all(ids.map(add));
    expect((await words()).filter((word) => String(word).startsWith('again'))).toEqual([
      'again 31',
      'again 32',
      'again 33',
    ]);
  });

  test('cannot be used after its end', async () => {
    const kept = await inScope(test1.db, inCity(210200), async (tx) => tx);
    await expect(query(kept, 'select 1')).rejects.toThrow(/has ended/);
  });

  test('read-only writes nothing', async () => {
    const act = inScope(
      test1.db,
      inCity(210200),
      (tx) => query(tx, "insert into city.event values (210200, 14, 'x')"),
      {
        readOnly: true,
      },
    );
    await expect(act).rejects.toThrow(/read-only/);
  });

  test.each([
    ['a city of zero', inCity(0)],
    ['a city with a fraction', inCity(1.5)],
    ['a holder that is no id', inCity(210200, { holders: ["x'}"] })],
  ])('refuses %s as its scope', async (_, scope) => {
    await expect((async () => inScope(test1.db, scope, async () => 1))()).rejects.toThrow(/not a/);
  });

  test('takes any text as its actor', async () => {
    const actor = "o'clerk\\ 局";
    const rows = await inScope(test1.db, inCity(210200, { actorId: actor }), (tx) =>
      query(tx, 'select city.current_actor() as actor'),
    );
    expect(rows).toEqual([{ actor }]);
  });
});
