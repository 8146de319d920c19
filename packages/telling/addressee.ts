import type { Role } from '#access';

/** Who is to be told. Resolved to the accounts that stand for it on the day. */
export type Addressee =
  | { readonly account: string }
  | { readonly person: string }
  /** Whoever holds a role for this very office, or one of the roles named. */
  | { readonly org: string; readonly roles?: readonly Role[] }
  | { readonly role: Role };

/** One word for the addressee that stays the same: the key of the list of those who reached nobody. */
export function addresseeKey(addressee: Addressee): string {
  if ('account' in addressee) return `account ${addressee.account}`;
  if ('person' in addressee) return `person ${addressee.person}`;
  if ('role' in addressee) return `role ${addressee.role}`;
  return ['org', addressee.org, ...[...(addressee.roles ?? [])].sort()].join(' ');
}
