import { type Actor, actionsOf, type City, findAccount, roleName } from '#access';
import { ensure } from '#kernel/refusal';

/** What a client shows of whoever is signed in, and what it may offer them. */
export async function whoAmI(city: City, actor: Actor = city.actor) {
  const account = await findAccount(city.tx, actor.accountId);
  ensure(account, 'account.not_found');
  return {
    accountId: account.accountId,
    login: account.login,
    name: account.displayName,
    personId: account.personId,
    cityId: city.cityId,
    cityName: city.pack.name,
    roles: actor.roles.map(({ role, orgId }) => ({ role, name: roleName(role), orgId: orgId ?? null })),
    orgIds: [...actor.orgIds],
    reach: actor.reach,
    actions: actionsOf(actor),
    mustChange: account.mustChange,
  };
}
