import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, chromiumPath, type OpenedPage, overflow, phone, settled } from '../support/browser.ts';
import { type ServedScreens, servedScreens } from '../support/served-screens.ts';

describe.skipIf(chromiumPath === undefined)('a leader’s minute on a phone (skipped without Chromium)', () => {
  let screens: ServedScreens;
  let opened: OpenedPage;
  let page: Page;
  beforeAll(async () => {
    screens = await servedScreens();
    opened = await screens.as('lingdao', phone);
    ({ page } = opened);
  });
  afterAll(async () => {
    await opened?.close();
    await screens?.close();
  });

  const looked = async () => {
    await settled(page);
    expect(await overflow(page), page.url()).toBe(0);
    expect(await barriers(page), page.url()).toEqual([]);
  };

  test('the cockpit says which month it shows, and the wall is not forced upon a small screen', async () => {
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '驾驶舱' }).click();
    await page.getByRole('heading', { level: 1, name: '驾驶舱' }).waitFor();
    await page.getByText('2023年8月 · 截至 2023-09-10，已锁定').waitFor();
    await looked();
    await page.goto('/wall');
    await page.waitForURL('**/cockpit');
    await settled(page);
  });

  test('the worst project leads to its card, the card to why, and back is one step', async () => {
    const worst = page.getByRole('region', { name: '最要紧的十项' }).getByRole('listitem').first();
    const name = (await worst.getByRole('link').textContent()) ?? '';
    expect(await worst.textContent()).toMatch(/红灯 \d+ 天|今天转红/);
    await worst.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await settled(page);
    await page.getByRole('button', { name: '为什么' }).click();
    await page.locator('.why').getByText('红灯').first().waitFor();
    await looked();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: '驾驶舱' }).waitFor();
  });

  test('a count of red lights leads to exactly as many projects', async () => {
    const red = page.getByRole('region', { name: '清单' }).getByRole('link', { name: /^大连市\s*红/ });
    const count = Number(await red.locator('b').textContent());
    expect(count).toBeGreaterThan(0);
    await red.click();
    await page.getByRole('heading', { level: 1, name: '项目', exact: true }).waitFor();
    await looked();
    await page.getByRole('term').filter({ hasText: '项目数' }).waitFor();
    expect(await page.getByLabel('合计').getByRole('definition').first().textContent()).toBe(String(count));
    expect(opened.faults).toEqual([]);
  });
});
