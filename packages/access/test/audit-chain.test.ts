import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkCatalogue, inScope } from '#db';
import { asTableOwner, type TestDatabase } from '#db/testing';
import { systemActor } from '../actor.ts';
import { audit } from '../audit.ts';
import { scopeOf } from '../city.ts';
import { sealAudit } from '../sealer.ts';
import { insertAudit } from '../store/audit-row.ts';
import { verifyAudit } from '../verify-audit.ts';
import { accessDatabase, cityId, inCity } from './support/a-city.ts';

let base: TestDatabase;
let folder: string;
let headsFile: string;

beforeEach(async () => {
  base = await accessDatabase();
  folder = mkdtempSync(join(tmpdir(), 'guatu-heads-'));
  headsFile = join(folder, 'audit', '210200.heads');
});
afterEach(async () => {
  await base.drop();
  rmSync(folder, { recursive: true });
});

function write(objectId: string, here = cityId) {
  return inCity(base.db, { cityId: here }, (city) =>
    audit(city, { action: 'project.edit', object: 'project', objectId, details: { phone: '13912345678' } }),
  );
}

async function written(count: number) {
  for (let n = 1; n <= count; n++) await write(`p${n}`);
  await sealAudit(base.db, cityId, { headsFile });
}

/** With the triggers taken off, as only who owns the tables can. */
function tamper(statement: string) {
  return asTableOwner(
    base.db,
    `alter table city.audit disable trigger user; alter table city.audit_seal disable trigger user; ${statement};
     alter table city.audit enable trigger user; alter table city.audit_seal enable trigger user`,
  );
}

const rowOf = (number: number) =>
  `(select audit_id from city.audit_seal where city_id = ${cityId} and number = ${number})`;

async function problems() {
  const verdict = await verifyAudit(base.db, cityId, headsFile);
  expect(verdict.ok).toBe(verdict.problems.length === 0);
  return verdict.problems.map((one) => [one.kind, one.number]);
}

async function auditIdOf(objectId: string): Promise<string> {
  const rows = await asTableOwner(base.db, 'select audit_id from city.audit where object_id = $1', [
    objectId,
  ]);
  return rows[0]!['audit_id'];
}

describe('the sealer', () => {
  test('numbers every committed row once, in batches or again', async () => {
    await written(3);
    await written(2);
    expect(await sealAudit(base.db, cityId, { headsFile })).toBe(0);
    expect(await verifyAudit(base.db, cityId, headsFile)).toEqual({
      ok: true,
      sealed: 5,
      unsealed: 0,
      problems: [],
    });
    const heads = readFileSync(headsFile, 'utf8').trim().split('\n');
    expect(heads.map((line) => JSON.parse(line).number)).toEqual(['3', '5']);
  });

  test('seals a row that commits after a later one', async () => {
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let inserted = () => {};
    const ready = new Promise<void>((resolve) => {
      inserted = resolve;
    });
    const slow = inScope(base.db, scopeOf(systemActor, cityId), async (tx) => {
      await insertAudit(tx, { ...anyRow, objectId: 'slow' });
      inserted();
      await held;
    });
    await ready;
    await write('quick');
    expect(await sealAudit(base.db, cityId, { headsFile })).toBe(1);
    commit();
    await slow;
    expect(await sealAudit(base.db, cityId, { headsFile })).toBe(1);
    expect(await problems()).toEqual([]);
  });

  test('two at once make one chain', async () => {
    for (let n = 1; n <= 20; n++) await write(`p${n}`);
    const both = await Promise.all([1, 2].map(() => sealAudit(base.db, cityId, { headsFile })));
    expect(both.reduce((sum, one) => sum + one)).toBe(20);
    expect(await problems()).toEqual([]);
  });

  test('keeps cities apart', async () => {
    await write('here');
    await write('there', 331100);
    await sealAudit(base.db, cityId, { headsFile });
    const other = join(folder, '331100.heads');
    await sealAudit(base.db, 331100, { headsFile: other });
    expect(await verifyAudit(base.db, 331100, other)).toMatchObject({ ok: true, sealed: 1 });
    expect(await verifyAudit(base.db, cityId, headsFile)).toMatchObject({ ok: true, sealed: 1 });
  });

  test('brings a head up to date that a crash left behind, after a torn line', async () => {
    await written(2);
    await write('p3');
    await sealAudit(base.db, cityId, { headsFile: join(folder, 'lost.heads') });
    writeFileSync(headsFile, '{"number":"3","ha', { flag: 'a' });
    expect(await problems()).toEqual([]);
    await sealAudit(base.db, cityId, { headsFile, whole: true });
    await tamper(
      `delete from city.audit_seal where number = 3; delete from city.audit where object_id = 'p3'`,
    );
    expect(await problems()).toContainEqual(['truncated', '3']);
  });
});

const anyRow = {
  auditId: '01890000-0000-7000-8000-00000000000f',
  accountId: systemActor.accountId,
  actorName: '系统',
  roles: [],
  ip: null,
  action: 'project.edit',
  object: 'project',
  outcome: 'done',
  personalData: false,
  details: {},
} as const;

describe('nobody changes the audit', () => {
  const attempts = ['city.audit', 'city.audit_seal'].flatMap((table) => [
    `update ${table} set city_id = city_id`,
    `delete from ${table}`,
    `truncate ${table}`,
  ]);

  test('not the program, not the owner', async () => {
    await written(1);
    for (const statement of attempts) {
      await expect(asTableOwner(base.db, statement)).rejects.toThrow('append-only');
      await expect(asTableOwner(base.db, `set role guatu_app; ${statement}`)).rejects.toThrow(
        'permission denied',
      );
    }
    expect(await problems()).toEqual([]);
  });

  test('phones are kept masked', async () => {
    await written(1);
    const rows = await asTableOwner(base.db, 'select details from city.audit');
    expect(rows).toEqual([{ details: { phone: '139****5678' } }]);
  });

  test('the tables keep the rule of keys and row security', async () => {
    expect(await checkCatalogue(base.db)).toEqual([]);
  });
});

describe('verification of ten sealed rows names', () => {
  beforeEach(() => written(10));

  test.each([
    [
      'a changed detail',
      `update city.audit set details = '{}' where audit_id = ${rowOf(4)}`,
      [['altered', '4']],
    ],
    [
      'a changed actor',
      `update city.audit set actor_name = '别人' where audit_id = ${rowOf(10)}`,
      [['altered', '10']],
    ],
    [
      'an instant moved by a microsecond',
      `update city.audit set at = at + interval '1 microsecond' where audit_id = ${rowOf(1)}`,
      [['altered', '1']],
    ],
    ['a deleted row', `delete from city.audit where audit_id = ${rowOf(7)}`, [['deleted', '7']]],
    [
      'a row deleted with its seal',
      `delete from city.audit where audit_id = ${rowOf(7)}; delete from city.audit_seal where number = 7`,
      [['missing', '7']],
    ],
    [
      'rows whose contents changed places',
      `create temp table swapped as select number, audit_id from city.audit_seal where number in (3, 8);
       update city.audit_seal set audit_id = gen_random_uuid() where number = 3;
       update city.audit_seal s set audit_id = t.audit_id from swapped t where s.number = 8 and t.number = 3;
       update city.audit_seal s set audit_id = t.audit_id from swapped t where s.number = 3 and t.number = 8`,
      [
        ['reordered', '3'],
        ['reordered', '8'],
      ],
    ],
    [
      'an end cut off with its seals',
      `delete from city.audit where audit_id in (select audit_id from city.audit_seal where number > 6);
       delete from city.audit_seal where number > 6`,
      [['truncated', '7']],
    ],
    ['everything cut off', 'truncate city.audit, city.audit_seal', [['truncated', '1']]],
    [
      'all rows cut off',
      'truncate city.audit',
      Array.from({ length: 10 }, (_, i) => ['deleted', String(i + 1)]),
    ],
  ] as const)('%s', async (_what, statement, found) => {
    await tamper(statement);
    expect(await problems()).toEqual(found);
  });

  test('the id of the row, and what it now says', async () => {
    const auditId = await auditIdOf('p4');
    await tamper(`update city.audit set actor_name = '别人' where audit_id = '${auditId}'`);
    const { problems: named } = await verifyAudit(base.db, cityId, headsFile);
    expect(named).toMatchObject([{ kind: 'altered', number: '4', auditId }]);
    expect(named[0]!.text).toContain('别人 project.edit p4');
  });

  test('seals that were taken off: their rows are unsealed and the end is missing', async () => {
    await tamper(
      `update city.audit set at = at - interval '1 hour' where audit_id = ${rowOf(10)};
       delete from city.audit_seal where number = 10`,
    );
    expect((await problems()).sort()).toEqual([
      ['truncated', '10'],
      ['unsealed', undefined],
    ]);
  });

  test('a chain forged anew from a row on: it no longer passes through the head outside', async () => {
    await written(2);
    await tamper(
      `update city.audit set actor_name = '别人' where audit_id = ${rowOf(5)};
       delete from city.audit_seal where number >= 5`,
    );
    await sealAudit(base.db, cityId, { headsFile: join(folder, 'forged.heads'), whole: true });
    const { problems: named } = await verifyAudit(base.db, cityId, headsFile);
    expect(named).toMatchObject([{ kind: 'head-mismatch', number: '10' }]);
  });

  test('the heads that were taken away or made unreadable', async () => {
    writeFileSync(headsFile, `garbage\n${readFileSync(headsFile, 'utf8')}`);
    expect(await problems()).toEqual([['head-mismatch', undefined]]);
    rmSync(headsFile);
    expect(await problems()).toEqual([['head-mismatch', '10']]);
  });
});
