import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeHome } from '#db/testing';
import { askAfterLock, passRows, periodRows, submitRows } from '#features/reporting';
import type { TestBrowser } from '#http/testing';
import {
  barriers,
  chromiumPath,
  desk,
  type OpenedPage,
  openBrowser,
  openPage,
  settled,
  signIn,
} from '../support/browser.ts';
import { type Served, serve } from '../support/served.ts';
import { signedIn } from '../support/signed-in.ts';
import { workingCity } from '../support/working-city.ts';

const projects = 3;
const month = '2023-05';
const patience = 20_000;
const roles = {
  zhang: 'district-filler',
  li: 'district-reviewer',
  keyuan: 'coordinator-clerk',
  chuzhang: 'coordinator-section-head',
  zhuren: 'coordinator-head',
  dukaoban: 'supervision-office',
} as const;
type Login = keyof typeof roles;

/** What a district does on the grid is told beside the grid; here its rows come over the same routes. */
describe.skipIf(chromiumPath === undefined)(
  'the office’s month from the assignment to the issued bulletin (skipped without Chromium)',
  { timeout: 180_000 },
  () => {
    const home = realpathSync(mkdtempSync(join(tmpdir(), `guatu-test-${process.pid}-bulletin-`)));
    const called = new Map<Login, TestBrowser>();
    const opened = new Map<Login, OpenedPage>();
    const faults: string[] = [];
    let served: Served;
    let browser: Browser;

    beforeAll(async () => {
      const city = await workingCity(home, { projects, today: '2023-06-01' });
      writeFileSync(join(home, 'april.csv'), april());
      await city.ask('import', 'reports', join(home, 'april.csv'), '--city', 'dalian', '--period', '2023-04');
      const people = new Map<Login, Awaited<ReturnType<typeof city.person>>>();
      for (const [login, role] of Object.entries(roles) as [Login, string][])
        people.set(login, await city.person(login, role));
      served = await serve(home, { env: city.env });
      for (const [login, person] of people) called.set(login, await signedIn(served.baseUrl, person));
      browser = await openBrowser();
      for (const login of ['keyuan', 'chuzhang', 'zhuren', 'dukaoban', 'zhang'] as const) {
        const one = await openPage(browser, served.baseUrl, desk);
        one.page.setDefaultTimeout(patience);
        await signIn(one.page, { login, password: people.get(login)!.password });
        opened.set(login, one);
      }
    }, 600_000);
    afterAll(async () => {
      await browser?.close();
      await served?.signal('SIGTERM');
      await removeHome(home);
    });

    const go = async (login: Login, path: string): Promise<Page> => {
      const { page } = opened.get(login)!;
      await page.goto(path);
      await settled(page);
      return page;
    };
    /** A button of the screen, then the one of the same name in what it asks. */
    const act = async (
      page: Page,
      name: string,
      answer?: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
    ) => {
      await page.getByRole('button', { name, exact: true }).first().click();
      const dialog = page.getByRole('dialog');
      await answer?.(dialog);
      expect(await barriers(page), name).toEqual([]);
      await dialog.getByRole('button', { name, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    };

    test('the clerk assigns the month', async () => {
      const page = await go('keyuan', '/reporting');
      await page.getByRole('button', { name: '布置填报' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(/^月份/).click();
      await page.locator('.ant-select-item-option').getByText('2023年5月', { exact: true }).click();
      await dialog.getByRole('button', { name: '布置填报' }).click();
      await page.waitForURL(`**/reporting/${month}`);
      await page.getByText(`${projects} 行待办`).waitFor();
    });

    test('what the district reported and passed waits on the clerk’s desk and is verified', async () => {
      const filler = called.get('zhang')!;
      const { rows } = await filler.call(periodRows, { month });
      await filler.call(submitRows, {
        month,
        rows: rows.map(({ projectId, version, planMonthFen, lastCumFen }) => ({
          ...{ projectId, expectedVersion: version },
          facts: {
            monthFen: planMonthFen,
            cumFen: `${BigInt(lastCumFen ?? 0) + BigInt(planMonthFen ?? 0)}` as const,
            ...{ started: true, entered: true, progressText: '主体施工' },
          },
          ...{ confirmed: true, note: '已核对' },
        })),
      });
      const reviewer = called.get('li')!;
      const waiting = await reviewer.call(periodRows, { month, mine: true });
      await reviewer.call(passRows, {
        month,
        rows: waiting.rows.map(({ projectId, version }) => ({ projectId, expectedVersion: version })),
      });

      const page = await go('keyuan', '/');
      await page.getByText(`待审核、核定的月报 ${projects} 个`).waitFor();
      await page.getByRole('link', { name: '打开审核页' }).click();
      await settled(page);
      await page.getByRole('button', { name: '全选' }).click();
      await page.getByRole('button', { name: `核定（${projects}）` }).click();
      await page.getByText(`已核定 ${projects} 行。`).waitFor();
    });

    test('the section head locks and publishes it, and the wall stands on it', async () => {
      const page = await go('chuzhang', `/reporting/${month}`);
      await act(page, '锁定');
      await act(page, '发布');
      await page.getByText('已发布').first().waitFor();
      expect(await wall()).toContain('2023年5月');
    });

    test('the bulletin is drafted, checked, countersigned, signed, numbered, sealed and issued', async () => {
      const district = await go('zhang', '/bulletins');
      await district.getByText('还没有可以查看的通报。').waitFor();

      const clerk = await go('keyuan', '/bulletins');
      await clerk.getByRole('button', { name: '拟稿' }).click();
      await clerk.getByRole('dialog').getByRole('button', { name: '拟稿' }).click();
      await clerk.waitForURL(/\/bulletins\/[0-9a-f-]{36}$/);
      const path = new URL(clerk.url()).pathname;
      await clerk.getByText(`截至2023年5月底`).waitFor();
      await clerk.getByText('送审稿', { exact: true }).waitFor();
      await act(clerk, '送核');

      const checker = await go('chuzhang', path);
      await act(checker, '核稿通过', async (dialog) => {
        await dialog.getByLabel('会签单位').fill('市财政局');
        await checker.keyboard.press('Enter');
      });
      const other = await go('dukaoban', path);
      await act(other, '会签', (dialog) => dialog.getByLabel('会签人').fill('周明远'));
      await act(await go('zhuren', path), '签发');

      await go('keyuan', path);
      await act(clerk, '登记编号', async (dialog) => {
        await dialog.getByLabel('期号').fill('5');
        await dialog.getByLabel('发文字号').fill('大发改通报〔2023〕5号');
      });
      await act(clerk, '登记用印', (dialog) => dialog.getByLabel('盖章件扫描件').setInputFiles(scan));
      await act(clerk, '印发', async (dialog) => {
        await dialog.getByLabel('印发日期').fill('2023-06-01');
        await clerk.keyboard.press('Tab');
      });
      await clerk.getByText('第5期').first().waitFor();
      expect(await clerk.getByText('送审稿', { exact: true }).count()).toBe(0);
      expect(await barriers(clerk)).toEqual([]);

      await go('zhang', '/bulletins');
      await district.getByRole('link', { name: month }).click();
      await district.getByText('大发改通报〔2023〕5号').first().waitFor();
    });

    test('a correction of the locked month, asked for and approved, leaves wall and bulletin as they were', async () => {
      const [wallBefore, bulletinBefore] = [await wall(), await bulletin()];
      const filler = called.get('zhang')!;
      const row = (await filler.call(periodRows, { month })).rows[0]!;
      const facts = { started: true, monthFen: '90000000000', cumFen: '130000000000' } as const;
      await filler.call(askAfterLock, { month, id: row.projectId, facts, reason: '发票迟到' });
      const page = await go('chuzhang', `/reporting/${month}`);
      await page.getByRole('button', { name: `批准 ${row.name}`, exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: '批准' }).click();
      await page.getByRole('region', { name: '与发布数的差额' }).getByText('发票迟到').waitFor();
      expect(await wall()).toBe(wallBefore);
      expect(await bulletin()).toBe(bulletinBefore);
      for (const one of opened.values()) faults.push(...one.faults);
      expect(faults).toEqual([]);
    });

    async function wall(): Promise<string | null> {
      const page = await go('zhuren', '/wall');
      return page.locator('.wall').textContent();
    }
    async function bulletin(): Promise<string | null> {
      const page = await go('zhang', '/bulletins');
      await page.getByRole('link', { name: month }).click();
      await settled(page);
      return page.locator('.printed').textContent();
    }
  },
);

const scan = {
  name: '通报（盖章）.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
};

/** Sums of May go on from what was sent in for April. */
function april(): string {
  const rows = Array.from({ length: projects }, (_, at) => `第${at + 1}号厂房,金普新区,100,400,主体施工`);
  return ['项目名称,责任地区,本月完成投资（万元）,本年累计完成投资（万元）,形象进度', ...rows].join('\n');
}
