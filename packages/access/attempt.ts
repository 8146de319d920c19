import type { Tx } from '#db';
import { defineRefusals, Refusal } from '#kernel/refusal';
import { passwordFits } from './password.ts';
import { type AccountWithSecret, countAttempt } from './store/account.ts';

defineRefusals({
  'signin.wrong': {
    status: 401,
    text: '登录名或密码不正确。连续输错 {attempts} 次，账号将锁定 {minutes} 分钟。',
  },
  'signin.locked': {
    status: 423,
    text: '密码连续输错次数过多，账号已锁定，请于 {time} 后再试，或请系统管理员重置密码。',
  },
  'signin.disabled': { status: 403, text: '账号已停用。如需恢复，请联系本市系统管理员。' },
});

const attempts = 5;
const minutes = 15;

/**
 * Tries a password on a locked row. The answer is returned, not thrown, because the count of failures must be kept.
 * While an account is locked out no password is tried, so that guessing cannot go on.
 */
export async function attemptPassword(
  tx: Tx,
  account: AccountWithSecret | undefined,
  password: string,
  now: Date,
): Promise<Refusal | undefined> {
  if (account?.lockedUntil && account.lockedUntil > now) return lockedOut(account.lockedUntil);
  const fits = await passwordFits(password, account?.passwordHash);
  if (!account) return new Refusal('signin.wrong', { attempts, minutes });
  if (!fits) return await failed(tx, account, now);
  if (account.failedCount > 0 || account.lockedUntil) {
    await countAttempt(tx, account.accountId, { failedCount: 0, lockedUntil: null });
  }
  return account.disabledAt ? new Refusal('signin.disabled') : undefined;
}

async function failed(tx: Tx, account: AccountWithSecret, now: Date): Promise<Refusal> {
  // A lock-out that is over has wiped the slate.
  const failedCount = (account.lockedUntil ? 0 : account.failedCount) + 1;
  const lockedUntil = failedCount >= attempts ? new Date(now.getTime() + minutes * 60_000) : null;
  await countAttempt(tx, account.accountId, { failedCount, lockedUntil });
  return lockedUntil ? lockedOut(lockedUntil) : new Refusal('signin.wrong', { attempts, minutes });
}

function lockedOut(until: Date): Refusal {
  const time = until.toLocaleTimeString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  return new Refusal('signin.locked', { time });
}
