import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { defineRefusals, ensure } from '#kernel/refusal';

defineRefusals({
  'password.too_short': { status: 422, text: '密码至少 {least} 位。' },
  'password.too_long': { status: 422, text: '密码最多 {most} 位。' },
  'password.too_simple': { status: 422, text: '密码须含大写字母、小写字母、数字、符号中的至少三种。' },
  'password.like_login': { status: 422, text: '密码不能包含登录名。' },
  'password.common': { status: 422, text: '该密码过于常见，容易被猜中，请换一个。' },
  'password.must_change': { status: 403, text: '请先修改初始密码，再使用其他功能。' },
  'password.unchanged': { status: 422, text: '新密码不能与原密码相同。' },
});

const least = 10;
const most = 128;
// OWASP's second recommendation for argon2id; the library's default algorithm is argon2id.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const common = [
  'password',
  'qwert',
  '12345',
  '11111',
  '00000',
  'abcde',
  'admin',
  'letmein',
  'woaini',
  '1qaz',
  'guatu',
];

export function ensureStrongPassword(password: string, login: string): void {
  ensure([...password].length >= least, 'password.too_short', { least });
  ensure([...password].length <= most, 'password.too_long', { most });
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;
  ensure(classes >= 3, 'password.too_simple');
  const lower = password.toLowerCase();
  ensure(login.length < 3 || !lower.includes(login.toLowerCase()), 'password.like_login');
  ensure(!isCommon(lower), 'password.common');
}

/** Little is left once the well-known pieces are taken out. */
function isCommon(lower: string): boolean {
  const rest = common.reduce((text, piece) => text.replaceAll(piece, ''), lower);
  return rest.length < lower.length && rest.replace(/[^a-z0-9]/g, '').length < 6;
}

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

export async function passwordFits(password: string, passwordHash: string | undefined): Promise<boolean> {
  // An unknown name costs as much time as a wrong password, the first one, too.
  const nobodys = await nobodysHash();
  const fits = await verify(passwordHash ?? nobodys, password.slice(0, most * 4));
  return fits && passwordHash !== undefined;
}

let hashOfNobody: Promise<string> | undefined;

function nobodysHash(): Promise<string> {
  hashOfNobody ??= hashPassword(crypto.randomUUID());
  return hashOfNobody;
}

// Without characters that are mistaken for each other in print.
const alphabets = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789', '-+='] as const;

/** A password to be printed once and changed at the first sign-in; always fits the rules. */
export function oneTimePassword(): string {
  const all = alphabets.join('');
  const picked = [...alphabets, ...Array<string>(10).fill(all)].map((from) => from[randomInt(from.length)]!);
  for (let i = picked.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [picked[i], picked[j]] = [picked[j]!, picked[i]!];
  }
  return picked.join('');
}
