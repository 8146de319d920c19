import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  barriers,
  chromiumPath,
  desk,
  type OpenedPage,
  overflow,
  phone,
  settled,
} from '../support/browser.ts';
import { sendWorkbook } from '../support/sent-workbook.ts';
import { type ServedScreens, servedScreens } from '../support/served-screens.ts';

describe.skipIf(chromiumPath === undefined)('a workbook on screen (skipped without Chromium)', () => {
  let screens: ServedScreens;
  let desktop: OpenedPage;
  beforeAll(async () => {
    screens = await servedScreens();
    desktop = await screens.as('chuzhang', desk);
  });
  afterAll(() => screens?.close());

  test('is checked and nothing is written: every finding with its place, reason and remedy', async () => {
    const { page } = desktop;
    await sendWorkbook(page);
    const errors = page.getByRole('tabpanel');
    await errors.getByText('读不出金额“未统计”').waitFor();
    await errors.getByText('C3', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: '写入' }).isDisabled()).toBe(true);
    expect(await barriers(page)).toEqual([]);
  });

  test('shows the same on a phone, and can be continued there', async () => {
    const { page, faults, close } = await screens.as('chuzhang', phone);
    await page.goto(new URL(desktop.page.url()).pathname);
    await settled(page);
    for (const tab of [/^错误/, /^提醒/, /^数据行/, /^跳过的行/, /^列对应/]) {
      await page.getByRole('tab', { name: tab }).click();
      expect(await barriers(page), String(tab)).toEqual([]);
      expect(await overflow(page), String(tab)).toBe(0);
    }
    expect(faults).toEqual([]);
    await close();
  });

  test('is read again with the column somebody explained', async () => {
    const { page } = desktop;
    await page.getByRole('tab', { name: /^列对应/ }).click();
    await page.getByLabel('读作：干到哪一步').click();
    await page.keyboard.type('形象进度');
    await page.locator('.ant-select-item-option').getByText('形象进度', { exact: true }).click();
    await page.getByRole('button', { name: '重新读取' }).click();
    await page.getByText('已按改正的列重新读取').waitFor();
    await page.getByRole('tab', { name: /^数据行/ }).click();
    await page.getByRole('button', { name: '金州湾国际机场' }).click();
    await page.getByRole('dialog').getByText('主体施工').waitFor();
    await page.keyboard.press('Escape');
  });

  test('is written without the wrong row, with the similar name confirmed, and taken back whole', async () => {
    const { page, faults } = desktop;
    await page.getByLabel(/只导入无错误的行/).check();
    await page.getByLabel('是同一项目：北黄海冷链物流园项目').check();
    await page.getByRole('button', { name: '写入' }).click();
    await page.getByText('已写入 2 行').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '撤销导入' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: '撤销导入' }).isDisabled()).toBe(true);
    await dialog.getByLabel(/撤销理由/).fill('报错了月份');
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: '撤销导入' }).click();
    await page.getByText(/撤销，理由：报错了月份/).waitFor();
    expect(faults).toEqual([]);
  });

  test('stands in the list with what became of it', async () => {
    const { page } = desktop;
    await page.goto('/imports');
    await settled(page);
    const row = page.getByRole('row', { name: /庄河等地2023年9月月报/ });
    expect(await row.textContent()).toContain('已撤销');
  });
});
