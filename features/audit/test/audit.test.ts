import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit, headsFileOf, sealAudit } from '#access';
import { asTableOwner } from '#db/testing';
import { cityId, identityServer } from '../../identity/test/support/a-server.ts';
import * as contract from '../contract.ts';
import { auditRoutes } from '../routes.ts';

type Server = Awaited<ReturnType<typeof identityServer>>;
type Person = Awaited<ReturnType<Server['person']>>;

let server: Server;
let auditor: Person;
let clerk: Person;

beforeAll(async () => {
  server = await identityServer(auditRoutes);
  auditor = await server.person('auditor', { role: 'audit-admin' });
  clerk = await server.person('clerk', { role: 'coordinator-clerk' });
  await server.inCity(async (city) => {
    for (const n of [1, 2, 3]) {
      await audit(
        { ...city, origin: { ip: '10.0.0.9' } },
        { action: 'project.edit', object: 'project', objectId: `p${n}`, details: { name: `=1+${n},"引号"` } },
      );
    }
    await audit(city, { action: 'project.reveal', object: 'project', objectId: 'p1', personalData: true });
  });
  await sealAudit(server.db, cityId);
});
afterAll(async () => {
  rmSync(headsFileOf(server.db, cityId), { force: true });
  await server.close();
});

describe('the list', () => {
  test.each([
    ['by action', { action: 'project.edit' }, 3],
    ['by kind of action', { action: 'project' }, 4],
    ['by object', { object: 'project', objectId: 'p1' }, 2],
    ['by address', { ip: '10.0.0.9' }, 3],
    ['by personal data', { personalData: true }, 1],
    ['by actor', { actor: '本机', action: 'project.edit' }, 3],
    ['by day', { action: 'project', from: '2020-01-01', to: '2020-12-31' }, 0],
    ['by nothing that is there', { action: 'proj' }, 0],
  ] as const)('is filtered %s', async (_how, filter, count) => {
    const { rows, total } = await auditor.call(contract.listAudit, filter);
    expect([rows.length, total]).toEqual([count, count]);
  });

  test('names act, object and place in the chain, the newest first, in pages', async () => {
    const { rows } = await auditor.call(contract.listAudit, { action: 'session', pageSize: 1 });
    expect(rows).toMatchObject([
      {
        action: 'session.sign-in',
        actionText: '登录',
        objectName: '登录会话',
        actorName: 'clerk同志',
        outcome: 'done',
      },
    ]);
    expect(Number(rows[0]!.number)).toBeGreaterThan(0);
    expect(rows[0]!.details).toEqual({ login: 'clerk' });
  });

  test('counts by day', async () => {
    expect(await auditor.call(contract.auditDays, {})).toMatchObject([{ refused: 0 }]);
  });
});

test('the export opens in office programs, runs no formula, and leaves its own row', async () => {
  const file = await auditor.call(contract.exportAudit, { action: 'project.edit' });
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
  expect(file.name).toMatch(/^审计记录_小城市_\d{4}-\d\d-\d\d\.csv$/);
  expect(text.startsWith('\ufeff封存号,时间（北京时间）')).toBe(true);
  expect(text.trim().split('\r\n')).toHaveLength(4);
  expect(text).not.toMatch(/(^|,)"?[=@]/m);
  const { rows } = await auditor.call(contract.listAudit, { action: 'audit.export' });
  expect(rows).toMatchObject([{ actorName: 'auditor同志', details: { rows: 3 } }]);
});

test('nobody but the audit administrator reads, exports or verifies, and the attempt is seen', async () => {
  const attempts = [
    clerk.call(contract.listAudit, {}),
    clerk.call(contract.auditDays, {}),
    clerk.call(contract.exportAudit, {}),
    clerk.call(contract.verifyAudit, {}),
  ];
  for (const outcome of await Promise.allSettled(attempts)) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: { status: 403, code: 'access.denied' } });
  }
  const { rows } = await auditor.call(contract.listAudit, { outcome: 'refused', actor: 'clerk' });
  expect(rows.map((row) => row.action).sort()).toEqual([
    'audit.export',
    'audit.verify',
    'audit.view',
    'audit.view',
  ]);
});

test('verification through the screen names the row that was altered', async () => {
  expect(await auditor.call(contract.verifyAudit, {})).toMatchObject({ ok: true, problems: [] });
  const [altered] = await asTableOwner(
    server.db,
    `alter table city.audit disable trigger user;
     update city.audit set actor_name = '别人' where object_id = 'p2';
     alter table city.audit enable trigger user`,
  ).then(() => asTableOwner(server.db, `select audit_id from city.audit where object_id = 'p2'`));
  const verdict = await auditor.call(contract.verifyAudit, {});
  expect(verdict).toMatchObject({
    ok: false,
    problems: [{ kind: 'altered', auditId: altered!['audit_id'] }],
  });
});
