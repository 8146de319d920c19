import { type AddedAccount, addAccount, type City, ensureMay, grantRole, type Role } from '#access';
import type { PlainDate } from '#kernel/plain-date';

export type NewUser = {
  readonly login: string;
  readonly displayName: string;
  readonly personId?: string | undefined;
  /** Without one, a password to be printed once is made. */
  readonly password?: string | undefined;
  /** False for demonstration accounts only. */
  readonly mustChange?: boolean | undefined;
  readonly grants?: readonly {
    readonly role: Role;
    readonly orgId?: string | undefined;
    readonly fromOn?: PlainDate | undefined;
  }[];
};

/**
 * An account with its roles in one step, as the command line and the demonstration need it. Through the screen the
 * two halves belong to two administrators, so only the local operator and the program pass both permissions.
 */
export async function addUser(city: City, user: NewUser): Promise<AddedAccount> {
  ensureMay(city, 'account.create', {});
  const added = await addAccount(city, user);
  for (const { role, orgId, fromOn } of user.grants ?? []) {
    ensureMay(city, 'grant.give', {});
    await grantRole(city, { accountId: added.accountId, role, orgId, fromOn });
  }
  return added;
}
