import { type City, ensureMay, type Grant, listGrants, roleName } from '#access';
import { type InputOf, pageWindow } from '#http';
import type { listAccounts as route } from '../contract.ts';
import { pageOfAccounts } from '../store/account-list.ts';

/** Accounts by login name, each with the roles that hold or are to come. */
export async function listAccounts(city: City, input: InputOf<typeof route>) {
  ensureMay(city, 'account.view', {});
  const { page, pageSize, limit, offset } = pageWindow(input);
  const { today, now } = city;
  const found = await pageOfAccounts(city.tx, input, { limit, offset, today, now });
  const grants = Map.groupBy(await listGrants(city.tx, today), (grant) => grant.accountId);
  const rows = found.rows.map((account) => ({
    ...account,
    grants: (grants.get(account.accountId) ?? []).map(grantView),
  }));
  return { rows, total: found.total, page, pageSize };
}

function grantView({ grantId, role, orgId, fromOn, toOn }: Grant) {
  return { grantId, role, roleName: roleName(role), orgId, fromOn, toOn };
}
