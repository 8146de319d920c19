import { listAccounts, listGrants, type Role, roleName, scopeOf, systemActor } from '#access';
import { inScope } from '#db';
import { todayInShanghai } from '#kernel/plain-date';
import type { Program } from './program.ts';

export type DemonstrationAccount = {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly roleName: string;
};

/** The accounts of a city's demonstration, as printed at the start and shown on the sign-in page. */
export function demonstrationAccounts(program: Program, cityId: number): Promise<DemonstrationAccount[]> {
  return inScope(program.db, scopeOf(systemActor, cityId), async (tx) => {
    const accounts = await listAccounts(tx);
    const grants = await listGrants(tx, todayInShanghai(new Date()));
    return accounts.toSorted(inOrderOfSeats).flatMap(({ accountId, login, displayName: name }) => {
      const role = grants.find((grant) => grant.accountId === accountId)?.role;
      return role ? [{ login, name, role, roleName: roleName(role) }] : [];
    });
  });
}

/** Seats were filled in the order in which they are to be shown; ids grow with time. */
function inOrderOfSeats(a: { readonly accountId: string }, b: { readonly accountId: string }): number {
  return a.accountId < b.accountId ? -1 : 1;
}
