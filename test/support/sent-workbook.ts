import type { Page } from 'playwright-core';
import { settled } from './browser.ts';

/** A month's report as an office might send it: one row wrong, one name not quite right, one header nobody knows. */
const workbook = [
  '项目名称,责任地区,本月完成投资（万元）,本年累计完成投资（万元）,干到哪一步',
  '金州湾国际机场,金普新区,100,400000,主体施工',
  '恒力重工产业园二期,长兴岛经济区,未统计,160000,设备安装',
  '北黄海冷链物流园项目,庄河市,10,900,基础施工',
].join('\n');

export const sentFile = {
  name: '庄河等地2023年9月月报.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(workbook),
};

/** Uploads it and waits for what was found. */
export async function sendWorkbook(page: Page): Promise<void> {
  await page.goto('/imports/new');
  await page.locator('input[type=file]').setInputFiles(sentFile);
  await page.getByLabel('收到日期').fill('2023-09-10');
  await page.getByLabel('来文单位').fill('庄河市');
  await page.getByRole('button', { name: '上传并检查' }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  await settled(page);
}
