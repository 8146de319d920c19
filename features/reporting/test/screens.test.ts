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
  phone,
  settled,
  signIn,
} from '../../../test/support/browser.ts';
import { type Served, serve } from '../../../test/support/served.ts';
import { signedIn } from '../../../test/support/signed-in.ts';
import { type Person, workingCity } from '../../../test/support/working-city.ts';

const projects = 40;
const month = '2023-05';
/** Longer than anything here takes on a busy machine. */
const patience = 20_000;
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
  { timeout: 180_000 },
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
      opened.page.setDefaultTimeout(patience);
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
      let page = pageOf('zhang');
      const context = page.context();
      const faults: string[] = [...open.get('zhang')!.faults];
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

      await context.setOffline(true);
      await fill(11, 20);
      await page.getByText(/10 行存在本机浏览器中，关闭页面也不会丢/).waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.close();
      // The network is back for reading only: what was typed must come from this browser.
      await context.route('**/drafts', (route) => route.abort());
      await context.setOffline(false);
      page = await context.newPage();
      page.setDefaultTimeout(patience);
      page.on('pageerror', (error) => faults.push(String(error)));
      open.set('zhang', { ...open.get('zhang')!, page, faults });
      await go(page, `/reporting/${month}/fill`);
      await page.getByText(/10 行存在本机浏览器中/).waitFor();
      expect(await cell(page, '第20号厂房', '本年累计').textContent()).toBe('520');
      await context.unroute('**/drafts');
      await saved(page);
      await page.reload();
      await settled(page);
      expect(await cell(page, '第20号厂房', '本月完成').textContent()).toBe('120');

      // One starts again at the first row that waits.
      await page.getByLabel('第21号厂房 本月完成').waitFor();
      await fill(21, projects);
      await press(page, 'Control+Home', 'Tab');
      await page.keyboard.type('509');
      await press(page, 'Enter');
      await page.getByText('本年累计完成不等于上月累计加本月完成').first().waitFor();
      await press(page, 'Control+z');
      expect(await cell(page, '第1号厂房', '本年累计').textContent()).toBe('501');
      await press(page, 'Control+y', 'Control+Home', 'ArrowDown');
      await page.keyboard.type('两百');
      await press(page, 'Enter');
      await page.getByText('“两百”不是金额').waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await press(page, 'ArrowUp');
      await page.keyboard.type('102');
      await press(page, 'Enter');
      await saved(page);
      await press(page, 'Control+Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('1 行有疑点').waitFor();
      expect(await barriers(page)).toEqual([]);
      // The focus stands where the doubt is explained; then the confirmation, then the button.
      await page.keyboard.type('4月漏报，本月补计');
      await press(page, 'Tab', 'Space', 'Tab', 'Tab', 'Enter');
      await page.getByText(`已报送 ${projects} 行。`).waitFor();
      await page.getByRole('button', { name: `已报 ${projects}` }).waitFor();
      expect(open.get('zhang')!.faults).toEqual([]);
    });

    test('the district passes many at once and sends one back with its reason, by keyboard', async () => {
      const page = pageOf('li');
      await go(page, '/');
      await page.getByText(`待审核、核定的月报 ${projects} 个`).waitFor();
      await go(page, `/reporting/${month}/review`);
      await page.getByText('说明：4月漏报，本月补计').waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.locator('tr.review-here').waitFor();
      await press(page, 'ArrowDown', 'Delete');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('退回：第2号厂房').waitFor();
      await dialog.locator('textarea:focus').waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.type('请附监理月报');
      await press(page, 'Tab', 'Tab', 'Enter');
      await page.getByText('已退回 1 行。').waitFor();
      await page.locator('tr.review-here').focus();
      await press(page, 'Control+a', 'Control+Enter');
      await page.getByText(`已通过 ${projects - 1} 行。`).waitFor();
      await page.getByText('没有等您审核的行。').waitFor();
      expect(open.get('li')!.faults).toEqual([]);
    });

    test('who has not reported is on screen, and the words for the chat group on the clipboard', async () => {
      const page = pageOf('keyuan');
      await go(page, `/reporting/${month}`);
      await page.getByRole('button', { name: '复制催报' }).click();
      await page.getByText('催报文字已复制').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain('第2号厂房');
      expect(copied).not.toContain('第3号厂房');
      await page.getByRole('button', { name: '金普新区未报 1 个' }).click();
      await page.getByRole('dialog').getByText('请附监理月报').waitFor();
      expect(await barriers(page)).toEqual([]);
      await press(page, 'Escape');
    });

    test('a returned row comes back on a phone and is corrected there', async () => {
      const { page, faults, close } = await visit('zhang', phone);
      await go(page, '/');
      await page.getByRole('link', { name: '更正：第2号厂房' }).click();
      await page.waitForURL(`**/reporting/${month}/fill**`);
      await settled(page);
      await page.getByRole('button', { name: '退回 1' }).click();
      await page.getByText('li同志退回：请附监理月报').waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await page.getByLabel('本月完成（万元）').fill('1０２.5万');
      await page.getByText('开工、入统、进度和问题').click();
      await page.getByLabel('形象进度').fill('主体封顶，监理月报已补');
      await page.getByLabel('本月完成（万元）').click();
      await saved(page);
      expect(await page.getByLabel('本年累计（万元）').inputValue()).toBe('502.5');
      await page.getByRole('button', { name: '报送（1）' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '报送（1）' }).click();
      await page.getByText('已报送 1 行。').waitFor();
      expect(faults).toEqual([]);
      await close();
    });

    test('the city verifies, one row with another figure and its reason', async () => {
      const district = pageOf('li');
      await go(district, `/reporting/${month}/review`);
      await district.getByRole('button', { name: '通过 第2号厂房' }).click();
      await district.getByText('已通过 1 行。').waitFor();
      const page = pageOf('keyuan');
      await go(page, `/reporting/${month}/review`);
      await page.locator('tr.review-here').waitFor();
      await press(page, 'F2');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('本月完成（万元）').fill('90');
      await dialog.getByLabel('本年累计（万元）').fill('490');
      await dialog.getByText('填报数：').first().waitFor();
      await dialog.getByLabel(/与填报数不一致的原因/).fill('扣除重复计入的设备款');
      expect(await barriers(page)).toEqual([]);
      await dialog.getByRole('button', { name: '核定' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.locator('tr.review-here').focus();
      await press(page, 'Control+a', 'Control+Enter');
      await page.getByText(`已核定 ${projects - 1} 行。`).waitFor();
      expect(open.get('keyuan')!.faults).toEqual([]);
    });

    test('the month is locked and published', async () => {
      const page = pageOf('chuzhang');
      await go(page, `/reporting/${month}`);
      await page.getByText('应报的都已报送。').waitFor();
      await page.getByRole('button', { name: '锁定' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '锁定' }).click();
      await page.getByRole('button', { name: '发布' }).click();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('dialog').getByRole('button', { name: '发布' }).click();
      await page.getByText('已发布').first().waitFor();
      await page.getByText('没有补报或更正申请。').waitFor();
      expect(await barriers(page)).toEqual([]);
    });

    test('a locked month is corrected: asked for, approved by another, beside the published figure', async () => {
      const filler = pageOf('zhang');
      await go(filler, `/reporting/${month}/fill`);
      await filler.getByText('本期已锁定').waitFor();
      await filler.getByRole('button', { name: '申请 第3号厂房' }).click();
      const asking = filler.getByRole('dialog', { name: '申请更正：第3号厂房' });
      await asking.getByLabel('本月完成（万元）').fill('203');
      await asking.getByLabel('本年累计（万元）').fill('603');
      await asking.getByLabel(/补报或更正的原因/).fill('发票迟到');
      expect(await barriers(filler)).toEqual([]);
      await asking.getByRole('button', { name: '申请' }).click();
      await filler.getByText('已申请，待发展改革委批准。').waitFor();

      const page = pageOf('chuzhang');
      await go(page, '/');
      await page.getByText('待批准的补报、更正 1 个').waitFor();
      await page.getByRole('link', { name: '审批：第3号厂房' }).click();
      await page.getByRole('button', { name: '批准 第3号厂房', exact: true }).click();
      await page.getByRole('dialog').getByText('发票迟到').waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('dialog').getByRole('button', { name: '批准' }).click();
      const beside = page.getByRole('region', { name: '与发布数的差额' });
      await beside.getByText('发票迟到').waitFor();
      expect(await beside.textContent()).toContain('本月完成：103 → 203');
      expect(await barriers(page)).toEqual([]);
      for (const { faults } of open.values()) expect(faults).toEqual([]);
    });

    test('fits a phone, every page of it', async () => {
      const { page, faults, close } = await visit('keyuan', phone);
      for (const path of ['', `/${month}`, `/${month}/fill`, `/${month}/review`]) {
        await go(page, `/reporting${path}`);
        expect(await barriers(page), path).toEqual([]);
        expect(await overflow(page), path).toBe(0);
      }
      expect(faults).toEqual([]);
      await close();
    });
  },
);
