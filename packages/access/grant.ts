import { type Id, newId } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';
import { defineRefusals, ensure } from '#kernel/refusal';
import { ensureApart, ensureMeaningful } from './administrators.ts';
import { audit } from './audit.ts';
import type { City } from './city.ts';
import { type Role, roleName } from './role.ts';
import { lockAccount } from './store/account.ts';
import { endGrant, findGrant, insertGrant, listGrants, organisationExists } from './store/grant.ts';

defineRefusals({
  'grant.not_found': { status: 404, text: '没有这条授权。' },
  'grant.ended': { status: 409, text: '这条授权已经失效，无须再收回。' },
  'grant.no_such_organisation': { status: 422, text: '没有这个单位，请从单位名录中选择。' },
});

export type NewGrant = {
  readonly accountId: string;
  readonly role: Role;
  readonly orgId?: string | undefined;
  readonly fromOn?: PlainDate | undefined;
  /** The first day on which it no longer holds. */
  readonly toOn?: PlainDate | undefined;
};

export async function grantRole(city: City, given: NewGrant): Promise<Id<'grant'>> {
  const { accountId, role, orgId } = given;
  const fromOn = given.fromOn ?? city.today;
  ensure(accountId !== city.actor.accountId, 'grant.not_to_oneself');
  const account = await lockAccount(city.tx, { accountId });
  ensure(account, 'account.not_found');
  ensureMeaningful({ role, orgId, fromOn, toOn: given.toOn }, account.personId);
  ensure(!orgId || (await organisationExists(city.tx, orgId)), 'grant.no_such_organisation');
  const held = await listGrants(city.tx, city.today, { accountId });
  ensureApart(
    held.map((one) => one.role),
    role,
  );
  const again = held.some((one) => one.role === role && (one.orgId ?? undefined) === orgId);
  ensure(!again, 'grant.already_held', { role: roleName(role) });
  const grantId = newId<'grant'>();
  const toOn = given.toOn ?? null;
  await insertGrant(city.tx, {
    grantId,
    accountId,
    role,
    orgId: orgId ?? null,
    fromOn,
    toOn,
    grantedBy: city.actor.accountId,
  });
  await audit(city, {
    action: 'grant.give',
    object: 'grant',
    objectId: grantId,
    details: { accountId, login: account.login, role, orgId, fromOn, toOn },
  });
  return grantId;
}

/** Takes effect at once: the grant no longer holds today. */
export async function revokeRole(city: City, grantId: string): Promise<void> {
  const grant = await findGrant(city.tx, grantId);
  ensure(grant, 'grant.not_found');
  const { accountId, role, orgId } = grant;
  ensure(accountId !== city.actor.accountId, 'grant.not_to_oneself');
  await lockAccount(city.tx, { accountId });
  ensure(!grant.toOn || grant.toOn > city.today, 'grant.ended');
  await endGrant(city.tx, grantId, { on: city.today, by: city.actor.accountId, at: city.now });
  await audit(city, {
    action: 'grant.revoke',
    object: 'grant',
    objectId: grantId,
    details: { accountId, role, orgId },
  });
}
