import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { removeHome } from '#db/testing';
import { type OpenedPage, openBrowser, openPage, type Size, signIn } from './browser.ts';
import { serve } from './served.ts';

export type ServedScreens = {
  readonly address: string;
  /** A page on which the demonstration's person of that login is signed in, in the first city. */
  as(login: string, size: Size): Promise<OpenedPage>;
  /** A page on which nobody is signed in. */
  visitor(size: Size): Promise<OpenedPage>;
  readonly password: string;
  close(): Promise<void>;
};

/** The program with its demonstration as `npm start` runs it, and a real browser before it. */
export async function servedScreens(): Promise<ServedScreens> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), `guatu-test-${process.pid}-screens-`)));
  const served = await serve(home);
  await served.untilItSays('正式使用');
  const password = /密码均为 (\S+?)：/.exec(served.said())?.[1] ?? '';
  const browser: Browser = await openBrowser();
  const address = served.baseUrl;
  return {
    address,
    password,
    visitor: (size) => openPage(browser, address, size),
    as: async (login, size) => {
      const opened = await openPage(browser, address, size);
      await signIn(opened.page, { login, password });
      return opened;
    },
    close: async () => {
      await browser.close();
      await served.signal('SIGTERM');
      await removeHome(home);
    },
  };
}
