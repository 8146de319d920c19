import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeHome } from '#db/testing';
import {
  barriers,
  chromiumPath,
  desk,
  type OpenedPage,
  openBrowser,
  openPage,
  overflow,
  type phone,
  settled,
  signIn,
} from '../../../test/support/browser.ts';
import { type Served, serve } from '../../../test/support/served.ts';
import { signedIn } from '../../../test/support/signed-in.ts';
import { type Person, workingCity } from '../../../test/support/working-city.ts';

const projects = 40;
const month = '2023-05';
const logins = {
  zhang: 'district-filler',
  li: 'district-reviewer',
  keyuan: 'coordinator-clerk',
  chuzhang: 'coordinator-section-head',
} as const;

/** What April came to, as it was sent in before the city reported here: the sums of May go on from it. */
function aprilOf(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => `第${at + 1}号厂房,金普新区,100,400,主体施工`);
  return ['项目名称,责任地区,本月完成投资（万元）,本年累计完成投资（万元）,形象进度', ...rows].join('\n');
}

describe.skipIf(chromiumPath === undefined)(
  'a clerk’s month in a real browser (skipped without Chromium)',
  () => {
    const home = realpathSync(mkdtempSync(join(tmpdir(), `guatu-test-${process.pid}-month-`)));
    const people = new Map<string, Person>();
    const open = new Map<string, OpenedPage>();
    let served: Served;
    let browser: Browser;

    beforeAll(async () => {
      const city = await workingCity(home, { projects, today: '2023-06-01' });
      writeFileSync(join(home, 'april.csv'), aprilOf(projects));
      await city.ask('import', 'reports', join(home, 'april.csv'), '--city', 'dalian', '--period', '2023-04');
      for (const [login, role] of Object.entries(logins)) people.set(login, await city.person(login, role));
      served = await serve(home, { env: city.env });
      for (const person of people.values()) await signedIn(served.baseUrl, person);
      browser = await openBrowser();
      for (const login of people.keys()) open.set(login, await visit(login, desk));
    }, 600_000);
    afterAll(async () => {
      await browser?.close();
      await served?.signal('SIGTERM');
      await removeHome(home);
    });

    async function visit(login: string, size: typeof desk | typeof phone): Promise<OpenedPage> {
      const opened = await openPage(browser, served.baseUrl, size);
      await opened.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await signIn(opened.page, { login, password: people.get(login)!.password });
      return opened;
    }
    const pageOf = (login: keyof typeof logins): Page => open.get(login)!.page;
    const go = async (page: Page, path: string) => {
      await page.goto(path);
      await settled(page);
    };
    const cell = (page: Page, name: string, title: string) =>
      page
        .getByRole('row', { name: new RegExp(`^${name}(?!\\d)`) })
        .getByRole('gridcell')
        .nth(['本月计划', '累计计划', '上月累计', '本月完成', '本年累计'].indexOf(title));
    const saved = (page: Page) => page.getByText('已全部保存', { exact: true }).waitFor();
    const press = async (page: Page, ...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };

    test('the month is assigned with the days of the pack', async () => {
      const page = pageOf('keyuan');
      await go(page, '/reporting');
      await page.getByText('还没有布置过填报').waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: '布置填报' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(/^月份/).click();
      await page.locator('.ant-select-item-option').getByText('2023年5月', { exact: true }).click();
      expect(await dialog.getByLabel(/^填报截止/).inputValue()).toBe('2023-06-03');
      expect(await barriers(page)).toEqual([]);
      await dialog.getByRole('button', { name: '布置填报' }).click();
      await page.waitForURL(`**/reporting/${month}`);
      await settled(page);
      await page.getByText(`${projects} 行待办`).waitFor();
    });

    test('forty rows are filled by keyboard alone, through a lost network and a reload, and reported', async () => {
      const page = pageOf('zhang');
      await go(page, '/');
      await page.getByText(`待报送的月报 ${projects} 个`).waitFor();
      await go(page, `/reporting/${month}/fill`);
      await page.getByLabel('第1号厂房 本月完成').waitFor();
      const fill = async (from: number, to: number) => {
        for (let at = from; at <= to; at += 1) {
          await page.keyboard.type(String(100 + at));
          await page.keyboard.press('Enter');
        }
      };
      await fill(1, 10);
      await saved(page);
      // The sum goes on from April without being typed.
      expect(await cell(page, '第1号厂房', '本年累计').textContent()).toBe('501');

      await page.context().setOffline(true);
      await fill(11, 20);
      await page.getByText(/10 行存在本机浏览器中，关闭页面也不会丢/).waitFor();
      expect(await barriers(page)).toEqual([]);
      // The network is back for reading only: what was typed must come from this browser.
      await page.route('**/drafts', (route) => route.abort());
      await page.context().setOffline(false);
      await page.reload();
      await settled(page);
      await page.getByText(/10 行存在本机浏览器中/).waitFor();
      expect(await cell(page, '第20号厂房', '本年累计').textContent()).toBe('520');
      await page.unroute('**/drafts');
      await saved(page);
      await page.reload();
      await settled(page);
      expect(await cell(page, '第20号厂房', '本月完成').textContent()).toBe('120');

      // One starts again at the first row that waits.
      await page.getByLabel('第21号厂房 本月完成').waitFor();
      await fill(21, projects);
      await press(page, 'Control+Home', 'Tab');
      await page.keyboard.type('3');
      await press(page, 'Enter');
      await page.getByText('本年累计完成不等于上月累计加本月完成').first().waitFor();
      await press(page, 'Control+z', 'Control+y');
      await page.keyboard.type('两百');
      await press(page, 'Enter');
      await page.getByText('“两百”不是金额').waitFor();
      await press(page, 'ArrowUp', 'Escape', 'Control+z', 'F2');
      expect(await barriers(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await press(page, 'Escape');
    });
  },
);
