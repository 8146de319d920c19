import { sql } from 'kysely';
import { namedQuery, type Tx, tables } from '#db';
import type { Id } from '#kernel/id';

export type Account = {
  readonly accountId: Id<'account'>;
  readonly login: string;
  readonly displayName: string;
  readonly personId: string | null;
  readonly mustChange: boolean;
  readonly lockedUntil: Date | null;
  readonly disabledAt: Date | null;
  readonly createdAt: Date;
  readonly version: number;
};

/** With what sign-in needs and nobody else may see. */
export type AccountWithSecret = Account & { readonly passwordHash: string; readonly failedCount: number };

const shown =
  sql.raw(`account_id as "accountId", login, display_name as "displayName", person_id as "personId",
  must_change as "mustChange", locked_until as "lockedUntil", disabled_at as "disabledAt",
  created_at as "createdAt", version`);
const secret = sql.raw(`, password_hash as "passwordHash", failed_count as "failedCount"`);

export async function insertAccount(
  tx: Tx,
  account: {
    readonly accountId: string;
    readonly login: string;
    readonly displayName: string;
    readonly personId: string | null;
    readonly passwordHash: string;
    readonly mustChange: boolean;
    readonly createdBy: string;
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into city.account (city_id, account_id, login, display_name, person_id, password_hash, must_change,
      created_by)
    values (${tx.scope.cityId}, ${account.accountId}, ${account.login}, ${account.displayName}, ${account.personId},
      ${account.passwordHash}, ${account.mustChange}, ${account.createdBy})
    on conflict (city_id, login) do nothing returning 1 as added`.execute(tables(tx));
  return rows.length > 0;
}

export async function findAccount(tx: Tx, accountId: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`select ${shown} from city.account
    where city_id = ${tx.scope.cityId} and account_id = ${accountId}`.execute(tables(tx));
  return rows[0];
}

export async function findAccountByLogin(tx: Tx, login: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`select ${shown} from city.account
    where city_id = ${tx.scope.cityId} and login = ${login}`.execute(tables(tx));
  return rows[0];
}

/** Holds the account until the transaction ends, so that grants and attempts on it come one after the other. */
export async function lockAccount(
  tx: Tx,
  by: { readonly accountId: string } | { readonly login: string },
): Promise<AccountWithSecret | undefined> {
  const where = 'login' in by ? sql`login = ${by.login}` : sql`account_id = ${by.accountId}`;
  const { rows } = await sql<AccountWithSecret>`select ${shown}${secret} from city.account
    where city_id = ${tx.scope.cityId} and ${where} for update`.execute(tables(tx));
  return rows[0];
}

export async function listAccounts(tx: Tx): Promise<Account[]> {
  const { rows } = await sql<Account>`select ${shown} from city.account
    where city_id = ${tx.scope.cityId} order by login`.execute(tables(tx));
  return rows;
}

export function listAccountNames(
  tx: Tx,
  accountIds: readonly string[],
): Promise<Pick<Account, 'accountId' | 'displayName'>[]> {
  return namedQuery(
    tx,
    'access_account_names',
    `select account_id as "accountId", display_name as "displayName" from city.account
     where city_id = $1 and account_id = any ($2::uuid[])`,
    [tx.scope.cityId, accountIds],
  );
}

export async function countAttempt(
  tx: Tx,
  accountId: string,
  attempt: { readonly failedCount: number; readonly lockedUntil: Date | null },
): Promise<void> {
  await sql`update city.account
    set failed_count = ${attempt.failedCount}, locked_until = ${attempt.lockedUntil}
    where city_id = ${tx.scope.cityId} and account_id = ${accountId}`.execute(tables(tx));
}

export async function storePassword(
  tx: Tx,
  accountId: string,
  password: { readonly passwordHash: string; readonly mustChange: boolean },
): Promise<void> {
  await sql`update city.account
    set password_hash = ${password.passwordHash}, must_change = ${password.mustChange}, failed_count = 0,
      locked_until = null, version = version + 1
    where city_id = ${tx.scope.cityId} and account_id = ${accountId}`.execute(tables(tx));
}

export async function storeDisabled(tx: Tx, accountId: string, disabledAt: Date | null): Promise<void> {
  await sql`update city.account set disabled_at = ${disabledAt}, version = version + 1
    where city_id = ${tx.scope.cityId} and account_id = ${accountId}`.execute(tables(tx));
}
