import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, chromiumPath, desk, overflow, phone, settled } from '../../../test/support/browser.ts';
import { type ServedScreens, servedScreens } from '../../../test/support/served-screens.ts';

const open = async (page: Page, path: string) => {
  await page.goto(path);
  await settled(page);
};
/** The pages of what waits for the reader in the month under way. */
const waitingMonths = async (page: Page): Promise<string[]> => {
  const read = async (path: string) => (await page.request.get(`/api/reporting/periods${path}`)).json();
  const { periods } = (await read('')) as { periods: { month: string; stage: string }[] };
  const month = periods.find(({ stage }) => stage === 'open')?.month;
  const { rows } = (await read(`/${month}/rows?mine=true`)) as { rows: { projectId: string }[] };
  return rows.map(({ projectId }) => `/projects/${projectId}/months/${month}`);
};
const saveButton = (page: Page) => page.getByRole('button', { name: /^(报\s?送|保存更正)$/ });
const [monthField, cumField] = ['本月完成投资', '本年累计完成投资'].map((name) => new RegExp(name));

describe.skipIf(chromiumPath === undefined)(
  'lights and reports in a real browser (skipped without Chromium)',
  () => {
    let screens: ServedScreens;
    beforeAll(async () => {
      screens = await servedScreens();
    }, 300_000);
    afterAll(() => screens?.close());

    test('to a filed report: doubts while typing, a colleague who was faster, nothing lost', async () => {
      const one = await screens.as('qutianbao', desk);
      await open(one.page, (await waitingMonths(one.page)).at(-1) ?? '');
      await one.page.getByLabel(monthField!).fill('80');
      const address = new URL(one.page.url()).pathname;
      const two = await screens.as('qutianbao', desk);
      await open(two.page, address);

      await one.page.getByLabel(cumField!).fill('1');
      await one.page.getByText('本年累计完成小于此前填报的累计').waitFor();
      await one.page.getByLabel(cumField!).fill('一万');
      await saveButton(one.page).click();
      await one.page.getByText('“一万”不是金额').waitFor();
      await one.page.getByRole('button', { name: '采用' }).click();
      await saveButton(one.page).click();
      await one.page.getByText('已保存。').waitFor();

      await two.page.getByLabel(monthField!).fill('90');
      await two.page.getByLabel(cumField!).fill('9,999');
      await saveButton(two.page).click();
      await two.page.getByText('两版').or(two.page.getByText('他人已先保存')).first().waitFor();
      expect(await barriers(two.page)).toEqual([]);
      expect(await two.page.getByLabel(cumField!).inputValue()).toBe('9,999');
      // Even a reload keeps the text, and what it was written on.
      await two.page.reload();
      await settled(two.page);
      expect(await two.page.getByLabel(cumField!).inputValue()).toBe('9,999');
      await saveButton(two.page).click();
      await two.page.getByRole('button', { name: '以我填写的为准' }).click();
      await two.page.getByLabel(/更正原因/).fill('漏报一笔');
      await two.page.keyboard.press('Enter');
      await two.page.getByText('已保存。').waitFor();
      expect([...one.faults, ...two.faults]).toEqual([]);
      await one.close();
      await two.close();
    });

    test.each([
      ['on a desk', desk],
      ['on a phone', phone],
    ] as const)('months, report, plan and reason have no barriers and fit %s', async (_name, size) => {
      const { page, faults, close } = await screens.as('keyuan', size);
      await open(page, '/');
      const [verify] = await waitingMonths(page);
      const reason = await page
        .getByRole('link', { name: /为什么是红灯/ })
        .first()
        .getAttribute('href');
      const [, project, month] = /^\/projects\/([^/]+)\/months\/(.+)$/.exec(verify ?? '') ?? [];
      const year = month?.slice(0, 4);
      const paths = [verify, reason, `/projects/${project}/months`, `/projects/${project}/plans/${year}`];
      for (const path of [...paths, '/lights', '/light-rules', '/']) {
        await open(page, path ?? '');
        expect(await page.getByRole('heading', { level: 1 }).count(), path ?? '').toBe(1);
        expect(await barriers(page), path ?? '').toEqual([]);
        expect(await overflow(page), path ?? '').toBe(0);
      }
      expect(faults).toEqual([]);
      await close();
    });

    test('a light gives its reason, and the same again when made anew', async () => {
      const { page, close } = await screens.as('keyuan', desk);
      await open(page, '/lights');
      await page
        .getByRole('link', { name: /亮灯缘由/ })
        .first()
        .click();
      await page.getByText('总灯为红灯').waitFor();
      await page.getByRole('button', { name: /重\s?算/ }).click();
      await page.getByText('灯相同').waitFor();
      await close();
    });

    test('a figure of the board leads to its rows', async () => {
      const { page, close } = await screens.as('lingdao', desk);
      await open(page, '/lights');
      const reds = page.getByRole('link', { name: /^红灯 \d+ 个$/ });
      const count = Number(/\d+/.exec((await reds.getAttribute('aria-label')) ?? '')?.[0]);
      await reds.click();
      await settled(page);
      await page.getByRole('table').first().waitFor();
      expect(await page.locator('tbody tr:has(a)').count()).toBe(count);
      await close();
    });
  },
);
