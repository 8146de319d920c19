import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { removeHome } from '#db/testing';
import { type OpenedPage, openBrowser, openPage, type Size, signIn } from '../../test/support/browser.ts';
import { serve } from '../../test/support/served.ts';
import { signedIn } from '../../test/support/signed-in.ts';
import { emptyCity } from '../../test/support/working-city.ts';

export type ServedEmptyCity = {
  clerk(size: Size): Promise<OpenedPage>;
  close(): Promise<void>;
};

/** A shipped city on its first day: one account, no project. */
export async function servedEmptyCity(): Promise<ServedEmptyCity> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), `guatu-test-${process.pid}-empty-`)));
  const city = emptyCity(home, '2023-09-20');
  const person = await city.person('keyuan', 'coordinator-section-head');
  const served = await serve(home, { env: city.env });
  await signedIn(served.baseUrl, person);
  const browser: Browser = await openBrowser();
  return {
    clerk: async (size) => {
      const opened = await openPage(browser, served.baseUrl, size);
      await signIn(opened.page, { login: person.login, password: person.password });
      return opened;
    },
    close: async () => {
      await browser.close();
      await served.signal('SIGTERM');
      await removeHome(home);
    },
  };
}
