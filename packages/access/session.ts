import { randomBytes } from 'node:crypto';
import { type Db, inScope, type Tx } from '#db';
import { newId } from '#kernel/id';
import { type PlainDate, todayInShanghai } from '#kernel/plain-date';
import { sm3 } from '#kernel/sm3';
import { type Actor, systemActor } from './actor.ts';
import { actorWith } from './actor-of.ts';
import { type Origin, scopeOf } from './city.ts';
import {
  deleteStaleSessions,
  findSessionByHash,
  insertSession,
  type Session,
  touchSession,
} from './store/session.ts';

const minute = 60_000;
/** A working day at the longest, and two hours without a sign of life. */
const longestMs = 12 * 60 * minute;
const idleMs = 120 * minute;

export type OpenedSession = { readonly token: string; readonly sessionId: string; readonly expiresAt: Date };

/** The token names its city, so that a session is looked up in that city's rows alone; only its hash is kept. */
export async function openSession(
  tx: Tx,
  accountId: string,
  origin: Origin | undefined,
  now: Date,
): Promise<OpenedSession> {
  const token = `${tx.scope.cityId}.${randomBytes(32).toString('base64url')}`;
  const session: Session = {
    sessionId: newId<'session'>(),
    accountId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + longestMs),
    ip: origin?.ip ?? null,
    userAgent: origin?.userAgent ?? null,
  };
  await insertSession(tx, { ...session, tokenHash: sm3(token) });
  return { token, sessionId: session.sessionId, expiresAt: session.expiresAt };
}

export type SignedIn = {
  readonly cityId: number;
  readonly actor: Actor;
  readonly sessionId: string;
  /** Nothing but changing the password is open until that is done. */
  readonly mustChange: boolean;
  /** The version of the city's pack at this moment. */
  readonly packVersion: number;
};

/**
 * Whose session a token is; undefined when it never was, has ended, was idle too long, or the account is disabled.
 * Its roles are those of the city's own day, where that is not the day of `now`.
 */
export async function findSignedIn(
  db: Db,
  token: string,
  now: Date,
  todayOf: (cityId: number) => PlainDate | undefined = () => undefined,
): Promise<SignedIn | undefined> {
  const cityId = cityOfToken(token);
  if (cityId === undefined) return undefined;
  const scope = scopeOf(systemActor, cityId);
  const on = todayOf(cityId) ?? todayInShanghai(now);
  const session = await findSessionByHash(db, scope, { tokenHash: sm3(token), on });
  if (!session || !isAlive(session, now) || session.disabledAt) return undefined;
  const { sessionId, mustChange, packVersion, lastSeenAt } = session;
  if (now.getTime() - lastSeenAt.getTime() > minute)
    await inScope(db, scope, (tx) => touchSession(tx, sessionId, now));
  return { cityId, actor: actorWith(session, session.grants), sessionId, mustChange, packVersion };
}

export function cityOfToken(token: string): number | undefined {
  const named = /^([1-9]\d{0,8})\.[\w-]{43}$/.exec(token)?.[1];
  return named === undefined ? undefined : Number(named);
}

function isAlive(session: Pick<Session, 'expiresAt' | 'lastSeenAt'>, now: Date): boolean {
  return session.expiresAt > now && now.getTime() - session.lastSeenAt.getTime() < idleMs;
}

/** Removes what has expired; says how many. */
export function sweepSessions(db: Db, cityId: number, now: Date): Promise<number> {
  return inScope(db, scopeOf(systemActor, cityId), (tx) =>
    deleteStaleSessions(tx, { expiredBefore: now, unseenSince: new Date(now.getTime() - idleMs) }),
  );
}
