import { defineRefusals, ensure } from '#kernel/refusal';

defineRefusals({
  'account.login_malformed': {
    status: 422,
    text: '登录名须为 2 至 64 位小写字母、数字、汉字或 . _ - ，且以字母、数字或汉字开头。',
  },
});

/** One spelling per login name, however it was typed. */
export function plainLogin(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

export function ensureLogin(typed: string): string {
  const login = plainLogin(typed);
  ensure(/^[a-z0-9\p{Script=Han}][a-z0-9\p{Script=Han}._-]{1,63}$/u.test(login), 'account.login_malformed');
  return login;
}
