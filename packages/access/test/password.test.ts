import { describe, expect, test } from 'vitest';
import { ensureLogin, plainLogin } from '../login.ts';
import { ensureStrongPassword, hashPassword, oneTimePassword, passwordFits } from '../password.ts';

describe('a password', () => {
  test.each([
    ['Dalian@2023x', undefined],
    ['春风十里不如你1aA!', undefined],
    ['Yanshi@2023', undefined],
    ['Aa1!Aa1!', 'password.too_short'],
    ['abcdefghijkl', 'password.too_simple'],
    ['ABCDEF123456', 'password.too_simple'],
    [`Aa1!${'x'.repeat(130)}`, 'password.too_long'],
    ['Wangwei@2023', 'password.like_login'],
    ['Password@123', 'password.common'],
    ['Admin@12345', 'password.common'],
  ])('%s: %s', (password, code) => {
    const check = () => ensureStrongPassword(password, 'wangwei');
    if (code) expect(check).toThrow(expect.objectContaining({ code }));
    else expect(check).not.toThrow();
  });

  test('is kept as argon2id and fits only itself', async () => {
    const kept = await hashPassword('Dalian@2023x');
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordFits('Dalian@2023x', kept)).toBe(true);
    expect(await passwordFits('dalian@2023x', kept)).toBe(false);
    expect(await passwordFits('Dalian@2023x', undefined)).toBe(false);
  });

  test('made to be printed once fits the rules and differs each time', () => {
    const made = Array.from({ length: 50 }, oneTimePassword);
    for (const password of made) ensureStrongPassword(password, 'wangwei');
    expect(new Set(made).size).toBe(50);
  });
});

describe('a login name', () => {
  test('is one spelling however typed', () => expect(plainLogin(' ＷangWei ')).toBe('wangwei'));
  test.each(['wangwei', 'wang.wei-2', '王伟', 'dl01'])('%s is taken', (login) =>
    expect(ensureLogin(login)).toBe(login),
  );
  test.each(['w', '.wang', 'wang wei', 'wang@x', '', 'w'.repeat(65)])('%s is refused', (login) =>
    expect(() => ensureLogin(login)).toThrow('登录名'),
  );
});
