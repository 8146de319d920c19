import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Id } from '#kernel/id';

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

export async function findSessionByHash(tx: Tx, tokenHash: string): Promise<Session | undefined> {
  const { rows } = await sql<Session>`select ${shown} from city.session
    where city_id = ${tx.scope.cityId} and token_hash = ${tokenHash}`.execute(tables(tx));
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
