import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  barriers,
  chromiumPath,
  desk,
  openBrowser,
  openPage,
  overflow,
  phone,
  settled,
} from '../support/browser.ts';
import { type ServedScreens, servedScreens } from '../support/served-screens.ts';

const photo = {
  name: '现场.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
};

describe.skipIf(chromiumPath === undefined)('petitions on screen (skipped without Chromium)', () => {
  let screens: ServedScreens;
  beforeAll(async () => {
    screens = await servedScreens();
  });
  afterAll(() => screens?.close());

  test('an enterprise raises and follows an appeal on a phone, without an account', async () => {
    const browser = await openBrowser();
    const { page, faults, close } = await openPage(browser, screens.address, phone);
    await page.goto('/public/petitions');
    await page.getByRole('link', { name: /^企业诉求/ }).click();
    const field = (name: string) => page.locator(`[name=${name}]`);
    await page.getByRole('button', { name: '提交' }).click();
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(6);
    expect(await page.evaluate('document.activeElement.name')).toBe('enterprise');
    expect(await barriers(page)).toEqual([]);

    await field('enterprise').fill('望海船舶配套有限公司');
    await field('category').selectOption({ label: '融资' });
    await field('content').fill('续贷审批超过承诺时间，资金链紧张，影响交付。');
    await field('request').fill('请协调银行明确办理时间');
    await field('name').fill('李工');
    await field('phone').fill('13900001111');
    await field('files').setInputFiles(photo);
    await page.waitForTimeout(4100); // The form refuses who is faster than a person.
    await page.getByRole('button', { name: '提交' }).click();
    const shown = page.locator('.plain-receipt dd');
    await shown.first().waitFor();
    const [number = '', code = ''] = await shown.allTextContents();
    expect(number).toMatch(/^SQ-\d{4}-\d{4}$/);
    expect(await page.getByText('现场.png：已上传').count()).toBe(1);
    expect([await barriers(page), await overflow(page)]).toEqual([[], 0]);

    await page.getByRole('link', { name: '查看办理情况' }).click();
    await field('number').fill(number);
    await field('code').fill(code);
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByText('待受理').waitFor();
    expect(page.url()).not.toContain(code);
    await page.getByText('逐日计算表').click();
    await page.getByLabel('补充情况').check();
    await field('text').fill('银行名称见附件');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('银行名称见附件').waitFor();
    expect([await barriers(page), await overflow(page), faults]).toEqual([[], 0, []]);
    await close();
    await browser.close();
  });

  test.each([
    ['en', 'Complaint of a foreign-invested enterprise', 'Submit'],
    ['ja', '外商投資企業の苦情申立て', '提出する'],
    ['ko', '외국인투자기업 민원', '제출'],
  ])('the page of complaints reads in %s as a whole', async (language, title, submit) => {
    const browser = await openBrowser();
    const { page, faults, close } = await openPage(browser, screens.address, phone);
    await page.goto(`/public/foreign-complaint?lang=${language}`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByRole('button', { name: submit }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe(language);
    expect([await barriers(page), await overflow(page), faults]).toEqual([[], 0, []]);
    await close();
    await browser.close();
  });

  test('a call is taken with the keyboard alone, in few strokes beside its words', async () => {
    const { page, faults, close } = await screens.as('keyuan', desk);
    await page.goto('/petition-call');
    await settled(page);
    let strokes = 0;
    const press = async (key: string) => {
      strokes += 1;
      await page.keyboard.press(key);
    };
    await page.keyboard.type('0411-82345678');
    await press('Enter');
    await page.keyboard.type('望海船舶配套有限公司');
    await press('Enter');
    await press('Enter');
    await press('1');
    await page.keyboard.type('复工缺焊工二十名');
    await press('Control+Enter');
    await page.getByText('已登记').waitFor();
    expect(strokes).toBeLessThanOrEqual(6);
    expect(await page.evaluate('document.activeElement.name')).toBe('phone');

    await page.keyboard.type('0411-82345678');
    await page.getByText('望海船舶配套有限公司：复工缺焊工二十名').waitFor();
    expect([await barriers(page), faults]).toEqual([[], []]);
    await close();
  });

  test('the intake office gives what came in to the unit proposed', async () => {
    const { page, faults, close } = await screens.as('keyuan', desk);
    await page.goto('/petitions');
    await settled(page);
    expect(await barriers(page)).toEqual([]);
    const row = page.getByRole('row', { name: /望海船舶配套有限公司：融资/ });
    await row.getByRole('button', { name: /^交办/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^交\s?办$/ })
      .click();
    await row.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await close();
  });
});
