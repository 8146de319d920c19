import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asTableOwner, type TestDatabase } from '#db/testing';
import { Refusal } from '#kernel/refusal';
import { addAccount, changePassword, disableAccount, enableAccount, resetPassword } from '../account.ts';
import { findSignedIn, sweepSessions } from '../session.ts';
import { type SignIn, signIn } from '../sign-in.ts';
import { signOut, signOutEverywhere } from '../sign-out.ts';
import { listSessions } from '../store/session.ts';
import { accessDatabase, cityId, inCity, morning } from './support/a-city.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await accessDatabase();
});
afterAll(() => base.drop());

const password = 'Chunfeng@2023';

function anAccount(login: string, mustChange = false) {
  return inCity(base.db, {}, (city) =>
    addAccount(city, { login, displayName: `${login}先生`, password, mustChange }),
  );
}

function later(minutes: number): Date {
  return new Date(morning.getTime() + minutes * 60_000);
}

function attempt(login: string, given = password, now = morning, here = cityId) {
  return inCity(base.db, { now, cityId: here, origin: { ip: '10.0.0.8', userAgent: 'test' } }, (city) =>
    signIn(city, { login, password: given }),
  );
}

async function signedIn(login: string, now = morning): Promise<SignIn> {
  const result = await attempt(login, password, now);
  if (result instanceof Refusal) throw result;
  return result;
}

async function codeOf(outcome: Promise<SignIn | Refusal>): Promise<string | undefined> {
  const result = await outcome;
  return result instanceof Refusal ? result.code : undefined;
}

describe('signing in', () => {
  test('by name and password, however the name is typed, opens a session of this city', async () => {
    const { accountId } = await anAccount('wang.wei');
    const { token, mustChange } = await signedIn(' Wang.Wei ');
    expect(token.startsWith(`${cityId}.`)).toBe(true);
    expect(mustChange).toBe(false);
    const caller = await findSignedIn(base.db, token, later(1));
    expect(caller).toMatchObject({ cityId, actor: { accountId, name: 'wang.wei先生' }, mustChange: false });
  });

  test('is refused alike for a wrong password, an unknown name and another city', async () => {
    await anAccount('li.na');
    expect(await codeOf(attempt('li.na', 'wrong'))).toBe('signin.wrong');
    expect(await codeOf(attempt('nobody'))).toBe('signin.wrong');
    expect(await codeOf(attempt('li.na', password, morning, 331100))).toBe('signin.wrong');
  });

  test('locks the account for fifteen minutes at the fifth failure, even for the right password', async () => {
    await anAccount('zhang.san');
    for (const n of [1, 2, 3, 4]) {
      expect(await codeOf(attempt('zhang.san', 'wrong', later(n)))).toBe('signin.wrong');
    }
    expect(await codeOf(attempt('zhang.san', 'wrong', later(5)))).toBe('signin.locked');
    expect(await codeOf(attempt('zhang.san', password, later(19)))).toBe('signin.locked');
    expect(await codeOf(attempt('zhang.san', 'wrong', later(20)))).toBe('signin.wrong');
    expect(await codeOf(attempt('zhang.san', password, later(21)))).toBeUndefined();
  });

  test('counts only failures in a row', async () => {
    await anAccount('zhao.liu');
    for (const given of ['x', 'x', 'x', 'x', password, 'x', 'x', 'x', 'x']) await attempt('zhao.liu', given);
    expect(await codeOf(attempt('zhao.liu'))).toBeUndefined();
  });

  test('counts failures that come at the same time', async () => {
    await anAccount('qian.qi');
    await Promise.all(Array.from({ length: 6 }, () => attempt('qian.qi', 'wrong')));
    expect(await codeOf(attempt('qian.qi'))).toBe('signin.locked');
  });

  test('says that an account is disabled only to those who know its password', async () => {
    const { accountId } = await anAccount('sun.ba');
    const { token } = await signedIn('sun.ba');
    await inCity(base.db, {}, (city) => disableAccount(city, accountId));
    expect(await codeOf(attempt('sun.ba', 'wrong'))).toBe('signin.wrong');
    expect(await codeOf(attempt('sun.ba'))).toBe('signin.disabled');
    expect(await findSignedIn(base.db, token, later(1))).toBeUndefined();
    await inCity(base.db, {}, (city) => enableAccount(city, accountId));
    expect(await codeOf(attempt('sun.ba'))).toBeUndefined();
  });

  test('leaves a trace, done or refused, without the password', async () => {
    const { accountId } = await anAccount('traced');
    await attempt('traced', 'Geheim-wrong-1');
    await attempt('traced');
    const rows = await asTableOwner(
      base.db,
      `select outcome, ip, details::text as details from city.audit
       where action = 'session.sign-in' and details->>'login' = 'traced' order by at`,
    );
    expect(rows.map((row) => [row['outcome'], row['ip']])).toEqual([
      ['refused', '10.0.0.8'],
      ['done', '10.0.0.8'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('Geheim');
    expect(accountId).toBeDefined();
  });

  test('does not keep what was typed for a name and belongs to nobody', async () => {
    await attempt('Mein-Passwort-2023');
    const rows = await asTableOwner(base.db, `select details::text as details from city.audit`);
    expect(JSON.stringify(rows)).not.toContain('passwort');
    expect(JSON.stringify(rows)).toContain('me***');
  });
});

describe('a session', () => {
  test('is kept as a hash only', async () => {
    await anAccount('hashed');
    const { token } = await signedIn('hashed');
    const rows = await asTableOwner(base.db, 'select * from city.session');
    expect(JSON.stringify(rows)).not.toContain(token.split('.')[1]);
  });

  test.each([
    ['a token with another city', (token: string) => token.replace(/^\d+/, '331100')],
    [
      'a token with a changed letter',
      (token: string) => token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A'),
    ],
    ['no token', () => ''],
    ['something else', () => "210200.'; drop table city.session; --"],
  ])('is not found by %s', async (_what, change) => {
    const { token } = await anAccountSignedIn();
    expect(await findSignedIn(base.db, change(token), later(1))).toBeUndefined();
    expect(await findSignedIn(base.db, token, later(1))).toBeDefined();
  });

  let count = 0;
  async function anAccountSignedIn() {
    const login = `session${++count}`;
    const { accountId } = await anAccount(login);
    return { ...(await signedIn(login)), login, accountId };
  }

  test('ends after two hours without a sign of life', async () => {
    const { token } = await anAccountSignedIn();
    expect(await findSignedIn(base.db, token, later(119))).toBeDefined();
    expect(await findSignedIn(base.db, token, later(119 + 119))).toBeDefined();
    expect(await findSignedIn(base.db, token, later(119 + 119 + 120))).toBeUndefined();
  });

  test('ends after twelve hours, however busy', async () => {
    const { token } = await anAccountSignedIn();
    for (let hour = 1; hour < 12; hour++) {
      expect(await findSignedIn(base.db, token, later(hour * 60))).toBeDefined();
    }
    expect(await findSignedIn(base.db, token, later(12 * 60))).toBeUndefined();
  });

  test('is swept away once it is stale', async () => {
    const { accountId } = await anAccountSignedIn();
    await sweepSessions(base.db, cityId, later(13 * 60));
    expect(await inCity(base.db, {}, (city) => listSessions(city.tx, { accountId }))).toEqual([]);
  });

  test('ends by signing out; signing out everywhere ends all of them', async () => {
    const first = await anAccountSignedIn();
    const [second, third] = [await signedIn(first.login), await signedIn(first.login)];
    await inCity(base.db, { actor: first.actor }, (city) => signOut(city, first.sessionId));
    expect(await findSignedIn(base.db, first.token, morning)).toBeUndefined();
    expect(await findSignedIn(base.db, second.token, morning)).toBeDefined();
    expect(await inCity(base.db, { actor: second.actor }, (city) => signOutEverywhere(city))).toBe(2);
    expect(await findSignedIn(base.db, third.token, morning)).toBeUndefined();
  });
});

describe('a password', () => {
  test('given by an administrator is for once: it must be changed, then other sessions have ended', async () => {
    const { accountId } = await anAccount('forced');
    const old = await signedIn('forced');
    const oneTime = await inCity(base.db, {}, (city) => resetPassword(city, accountId));
    expect(await findSignedIn(base.db, old.token, morning)).toBeUndefined();
    const [mine, other] = [await attempt('forced', oneTime), await attempt('forced', oneTime)];
    if (mine instanceof Refusal || other instanceof Refusal) throw new Error('refused');
    expect(mine.mustChange).toBe(true);
    const situation = { actor: mine.actor, origin: { sessionId: mine.sessionId } };
    const next = 'Qiuyue@2024x';
    await inCity(base.db, situation, (city) => changePassword(city, { current: oneTime, next }));
    expect(await findSignedIn(base.db, mine.token, morning)).toMatchObject({ mustChange: false });
    expect(await findSignedIn(base.db, other.token, morning)).toBeUndefined();
    expect(await codeOf(attempt('forced', next))).toBeUndefined();
  });

  test.each([
    ['the wrong current one', 'wrong', 'Qiuyue@2024x', 'signin.wrong'],
    ['the same again', password, password, 'password.unchanged'],
    ['a weak one', password, 'short', 'password.too_short'],
  ])('is not changed with %s', async (what, current, next, code) => {
    const login = `change.${what.split(' ')[1]}`;
    await anAccount(login);
    const { actor } = await signedIn(login);
    const outcome = inCity(base.db, { actor }, (city) => changePassword(city, { current, next })).catch(
      (error: unknown) => error,
    );
    expect(await outcome).toMatchObject({ code });
    expect(await codeOf(attempt(login))).toBeUndefined();
  });

  test('of a demonstration account stands as printed', async () => {
    await anAccount('demo', false);
    expect((await signedIn('demo')).mustChange).toBe(false);
  });
});

test('a login name is used once per city', async () => {
  await anAccount('twice');
  await expect(anAccount('TWICE')).rejects.toMatchObject({ code: 'account.login_taken' });
  await inCity(base.db, { cityId: 331100 }, (city) =>
    addAccount(city, { login: 'twice', displayName: '别市的人', password }),
  );
});
