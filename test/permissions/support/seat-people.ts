import { listGrants } from '#access';
import { addUser } from '../../../features/identity/acts/add-user.ts';
import { signIn } from '../../../features/identity/contract.ts';
import { sessionCookie } from '../../../packages/http/server/exchange.ts';
import type { SideName } from './marks.ts';
import type { OpenedProgram } from './open-program.ts';
import type { Asker, Seat } from './seats.ts';

export const password = 'Chunfeng@2023';

type Wanted = {
  readonly login: string;
  readonly role: Exclude<Asker, 'anonymous'>;
  readonly side?: SideName;
  readonly orgId?: string;
  readonly personId?: string;
};

/** Opens the account with its role and signs in. */
export async function seat(program: OpenedProgram, cityId: number, wanted: Wanted): Promise<Seat> {
  const { login, role, side, orgId, personId } = wanted;
  const { accountId, grantId } = await program.inCity(cityId, async (city) => {
    const grants = [{ role, ...(orgId ? { orgId } : {}) }];
    const about = { login, displayName: `${login}同志`, password, mustChange: false, grants };
    const added = await addUser(city, { ...about, ...(personId ? { personId } : {}) });
    const [grant] = await listGrants(city.tx, city.today, { accountId: added.accountId });
    return { accountId: added.accountId as string, grantId: grant?.grantId as string };
  });
  const cookie = await cookieOf(program.baseUrl, cityId, login);
  return { login, role, accountId, grantId, cookie, ...(side ? { side } : {}) };
}

async function cookieOf(baseUrl: string, cityId: number, login: string): Promise<string> {
  const response = await fetch(`${baseUrl}/api${signIn.path}`, {
    method: signIn.method,
    headers: { 'content-type': 'application/json', 'idempotency-key': `sign-in-${cityId}-${login}` },
    body: JSON.stringify({ cityId, login, password }),
  });
  const line = response.headers.getSetCookie().find((one) => one.startsWith(sessionCookie));
  if (!line) throw new Error(`${login} cannot sign in: ${await response.text()}`);
  return line.split(';')[0] as string;
}

export const nobody: Seat = { login: '未登录', role: 'anonymous', accountId: '', grantId: '', cookie: '' };
