import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '#db/testing';
import type { PlainDate } from '#kernel/plain-date';
import { addAccount, disableAccount, resetPassword } from '../account.ts';
import { actorOf } from '../actor-of.ts';
import { grantRole, type NewGrant, revokeRole } from '../grant.ts';
import type { Role } from '../role.ts';
import { accessDatabase, inCity, orgs } from './support/a-city.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await accessDatabase();
});
afterAll(() => base.drop());

const personId = '01890000-0000-7000-8000-0000000000a1';
let count = 0;

async function anAccount(person?: string): Promise<string> {
  const login = `person${++count}`;
  const added = await inCity(base.db, {}, (city) =>
    addAccount(city, { login, displayName: login, personId: person }),
  );
  return added.accountId;
}

function give(accountId: string, role: Role, more: Partial<NewGrant> = {}) {
  return inCity(base.db, {}, (city) => grantRole(city, { accountId, role, ...more }));
}

function actorOn(accountId: string, today: PlainDate = '2023-05-08') {
  return inCity(base.db, {}, (city) => actorOf(city.tx, accountId, today));
}

describe('what an account reaches', () => {
  test('a district with the towns below it, of its own city', async () => {
    const accountId = await anAccount();
    await give(accountId, 'district-filler', { orgId: orgs.east });
    const actor = await actorOn(accountId);
    expect(actor.reach).toBe('holders');
    expect([...actor.holders].sort()).toEqual([orgs.east, orgs.eastTown]);
    expect(actor.orgIds).toEqual([orgs.east]);
  });

  test('two grants add up, each for its own role', async () => {
    const accountId = await anAccount(personId);
    await give(accountId, 'district-reviewer', { orgId: orgs.west });
    await give(accountId, 'secretary');
    const actor = await actorOn(accountId);
    expect([...actor.holders].sort()).toEqual([orgs.west, personId].sort());
    expect(actor.roles).toEqual([
      { role: 'district-reviewer', orgId: orgs.west, holders: [orgs.west] },
      { role: 'secretary', holders: [personId] },
    ]);
  });

  test.each<[string, PlainDate, number]>([
    ['the day before', '2023-05-31', 0],
    ['the first day', '2023-06-01', 1],
    ['the last day', '2023-06-30', 1],
    ['the day it ends', '2023-07-01', 0],
  ])('a grant for June: %s', async (_what, today, held) => {
    const accountId = await anAccount();
    await give(accountId, 'leader', { fromOn: '2023-06-01', toOn: '2023-07-01' });
    const actor = await actorOn(accountId, today);
    expect(actor.roles).toHaveLength(held);
    expect(actor.reach).toBe(held ? 'city' : 'holders');
  });

  test('nothing once it is taken back, from the same day', async () => {
    const accountId = await anAccount();
    const grantId = await give(accountId, 'leader');
    await inCity(base.db, {}, (city) => revokeRole(city, grantId));
    expect((await actorOn(accountId)).reach).toBe('holders');
    await expect(inCity(base.db, {}, (city) => revokeRole(city, grantId))).rejects.toMatchObject({
      code: 'grant.ended',
    });
  });
});

describe('a grant is refused', () => {
  test.each<[string, Role, Partial<NewGrant>, string]>([
    ['without the organisation it needs', 'department', {}, 'grant.organisation_required'],
    ['to a secretary who is nobody', 'secretary', {}, 'grant.person_required'],
    [
      'for an organisation of another city',
      'department',
      { orgId: orgs.elsewhere },
      'grant.no_such_organisation',
    ],
    ['with its days reversed', 'leader', { fromOn: '2023-06-02', toOn: '2023-06-01' }, 'grant.days_reversed'],
  ])('%s', async (_what, role, more, code) => {
    const accountId = await anAccount();
    await expect(give(accountId, role, more)).rejects.toMatchObject({ code });
  });

  test('twice', async () => {
    const accountId = await anAccount();
    await give(accountId, 'department', { orgId: orgs.west });
    await give(accountId, 'department', { orgId: orgs.east });
    await expect(give(accountId, 'department', { orgId: orgs.west })).rejects.toMatchObject({
      code: 'grant.already_held',
    });
  });
});

describe('three administrators', () => {
  test.each<[Role, Role]>([
    ['system-admin', 'security-admin'],
    ['security-admin', 'audit-admin'],
    ['audit-admin', 'leader'],
    ['coordinator-clerk', 'system-admin'],
  ])('%s never becomes %s as well, not even from next year', async (one, other) => {
    const accountId = await anAccount();
    await give(accountId, one);
    const outcome = give(accountId, other, { fromOn: '2024-01-01' });
    await expect(outcome).rejects.toMatchObject({ code: 'grant.administrators_apart' });
  });

  test('two at the same moment: one wins', async () => {
    const accountId = await anAccount();
    const outcomes = await Promise.allSettled([
      give(accountId, 'system-admin'),
      give(accountId, 'audit-admin'),
    ]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('the security administrator grants to others, never to itself', async () => {
    const [admin, other] = [await anAccount(), await anAccount()];
    const own = await give(admin, 'security-admin');
    const actor = await actorOn(admin);
    const toItself = inCity(base.db, { actor }, (city) =>
      grantRole(city, { accountId: admin, role: 'leader' }),
    );
    await expect(toItself).rejects.toMatchObject({ code: 'grant.not_to_oneself' });
    await expect(inCity(base.db, { actor }, (city) => revokeRole(city, own))).rejects.toMatchObject({
      code: 'grant.not_to_oneself',
    });
    await inCity(base.db, { actor }, (city) => grantRole(city, { accountId: other, role: 'leader' }));
    expect((await actorOn(other)).reach).toBe('city');
  });

  test('an administrator is reset or disabled only on the machine itself', async () => {
    const [system, auditor] = [await anAccount(), await anAccount()];
    await give(system, 'system-admin');
    await give(auditor, 'audit-admin');
    const actor = await actorOn(system);
    const code = 'account.administrator_on_site';
    await expect(inCity(base.db, { actor }, (city) => resetPassword(city, auditor))).rejects.toMatchObject({
      code,
    });
    await expect(inCity(base.db, { actor }, (city) => disableAccount(city, auditor))).rejects.toMatchObject({
      code,
    });
    await expect(inCity(base.db, { actor }, (city) => disableAccount(city, system))).rejects.toMatchObject({
      code: 'account.not_oneself',
    });
    await inCity(base.db, {}, (city) => resetPassword(city, auditor));
  });
});
