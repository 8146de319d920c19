import { sql } from 'kysely';
import { type Db, readOnce, type Scope, type Tx, tables } from '#db';
import type { Id } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';
import type { Account } from './account.ts';
import { type GrantInForce, grantsQuery } from './grant.ts';

export type Session = {
  readonly sessionId: Id<'session'>;
  readonly accountId: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly ip: string | null;
  readonly userAgent: string | null;
};

const shown = sql.raw(`session_id as "sessionId", account_id as "accountId", created_at as "createdAt",
  last_seen_at as "lastSeenAt", expires_at as "expiresAt", ip, user_agent as "userAgent"`);

export async function insertSession(
  tx: Tx,
  session: Session & { readonly tokenHash: string },
): Promise<void> {
  await sql`insert into city.session (city_id, session_id, token_hash, account_id, created_at, last_seen_at,
      expires_at, ip, user_agent)
    values (${tx.scope.cityId}, ${session.sessionId}, ${session.tokenHash}, ${session.accountId},
      ${session.createdAt}, ${session.lastSeenAt}, ${session.expiresAt}, ${session.ip}, ${session.userAgent})`.execute(
    tables(tx),
  );
}

export type SessionWithAccount = Pick<Session, 'sessionId' | 'lastSeenAt' | 'expiresAt'> &
  Pick<Account, 'accountId' | 'displayName' | 'personId' | 'mustChange' | 'disabledAt'> & {
    /** Of the city's pack: see `packVersionOf`. Read here, so that no request needs a further query for it. */
    readonly packVersion: number;
    /** In force on the day asked. */
    readonly grants: readonly GrantInForce[];
  };

/** Asked for at every request: the session, whose it is and what that account may reach, by one statement. */
export async function findSessionByHash(
  db: Db,
  scope: Scope,
  { tokenHash, on }: { readonly tokenHash: string; readonly on: PlainDate },
): Promise<SessionWithAccount | undefined> {
  const rows = await readOnce<SessionWithAccount>(db, scope, {
    name: 'access_session_by_hash',
    text: `select s.session_id as "sessionId", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt",
       a.account_id as "accountId", a.display_name as "displayName", a.person_id as "personId",
       a.must_change as "mustChange", a.disabled_at as "disabledAt",
       coalesce(c.pack_version, 0) as "packVersion",
       (select coalesce(json_agg(held), '[]') from (${grantsQuery('a.account_id')}) held) as grants
     from city.session s
     join city.account a on a.city_id = s.city_id and a.account_id = s.account_id
     left join city.city c on c.city_id = s.city_id
     where s.city_id = $1 and s.token_hash = $2`,
    values: [scope.cityId, tokenHash, on],
  });
  return rows[0];
}

export async function findSession(tx: Tx, sessionId: string): Promise<Session | undefined> {
  const { rows } = await sql<Session>`select ${shown} from city.session
    where city_id = ${tx.scope.cityId} and session_id = ${sessionId}`.execute(tables(tx));
  return rows[0];
}

export async function listSessions(tx: Tx, of: { readonly accountId?: string } = {}): Promise<Session[]> {
  const account = of.accountId ? sql`and account_id = ${of.accountId}` : sql``;
  const { rows } = await sql<Session>`select ${shown} from city.session
    where city_id = ${tx.scope.cityId} ${account} order by last_seen_at desc, session_id`.execute(tables(tx));
  return rows;
}

export async function touchSession(tx: Tx, sessionId: string, seenAt: Date): Promise<void> {
  await sql`update city.session set last_seen_at = ${seenAt}
    where city_id = ${tx.scope.cityId} and session_id = ${sessionId}`.execute(tables(tx));
}

export async function deleteSession(tx: Tx, sessionId: string): Promise<void> {
  await sql`delete from city.session
    where city_id = ${tx.scope.cityId} and session_id = ${sessionId}`.execute(tables(tx));
}

/** Ends an account's sessions, all or all but one, and says how many. */
export async function deleteSessions(tx: Tx, accountId: string, except?: string): Promise<number> {
  const kept = except ? sql`and session_id <> ${except}` : sql``;
  const { rows } = await sql`delete from city.session
    where city_id = ${tx.scope.cityId} and account_id = ${accountId} ${kept} returning 1 as ended`.execute(
    tables(tx),
  );
  return rows.length;
}

export async function deleteStaleSessions(
  tx: Tx,
  stale: { readonly expiredBefore: Date; readonly unseenSince: Date },
): Promise<number> {
  const { rows } = await sql`delete from city.session
    where city_id = ${tx.scope.cityId}
      and (expires_at <= ${stale.expiredBefore} or last_seen_at <= ${stale.unseenSince})
    returning 1 as ended`.execute(tables(tx));
  return rows.length;
}
