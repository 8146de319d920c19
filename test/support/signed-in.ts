import { CallRefused } from '#http/client';
import { browserAt, type TestBrowser } from '#http/testing';
import { changePassword, signIn } from '../../features/identity/contract.ts';
import type { Person } from './working-city.ts';

/** Signs in, the first time with the password handed out and choosing one's own. */
export async function signedIn(
  baseUrl: string,
  { login, firstPassword, password, cityId }: Person,
): Promise<TestBrowser> {
  const browser = browserAt(baseUrl);
  const me = { login, cityId };
  try {
    await browser.call(signIn, { ...me, password });
  } catch (error) {
    if (!(error instanceof CallRefused && error.code === 'signin.wrong')) throw error;
    await browser.call(signIn, { ...me, password: firstPassword });
    await browser.call(changePassword, { current: firstPassword, next: password });
  }
  return browser;
}
