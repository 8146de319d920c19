import { type City, ensureMay, findAccount, listSessions, type Session, signOutEverywhere } from '#access';
import { ensure } from '#kernel/refusal';

export async function listMySessions(city: City) {
  return await viewsOf(city, city.actor.accountId);
}

export async function listSessionsOf(city: City, accountId: string) {
  ensureMay(city, 'session.view', {});
  await ensureAccount(city, accountId);
  return await viewsOf(city, accountId);
}

export async function endSessionsOf(city: City, accountId: string): Promise<number> {
  ensureMay(city, 'session.end', {});
  await ensureAccount(city, accountId);
  return await signOutEverywhere(city, accountId);
}

async function viewsOf(city: City, accountId: string) {
  const sessions = await listSessions(city.tx, { accountId });
  return sessions.filter((session) => session.expiresAt > city.now).map((session) => view(city, session));
}

function view(city: City, { accountId: _account, ...session }: Session) {
  return { ...session, current: session.sessionId === city.origin?.sessionId };
}

async function ensureAccount(city: City, accountId: string): Promise<void> {
  ensure(await findAccount(city.tx, accountId), 'account.not_found');
}
