import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, chromiumPath, desk, overflow, phone, settled } from '../support/browser.ts';
import { type ServedScreens, servedScreens } from '../support/served-screens.ts';

const projector = { width: 1920, height: 1080 } as const;

describe.skipIf(chromiumPath === undefined)('a meeting in a real browser (skipped without Chromium)', () => {
  let screens: ServedScreens;
  beforeAll(async () => {
    screens = await servedScreens();
  });
  afterAll(() => screens?.close());

  test('is called, decided before the projector and closed; the leader finds it on a phone', async () => {
    const office = await screens.as('zhengfuban', projector);
    const { page } = office;
    await page.goto('/dispatch/meetings');
    await page.getByRole('button', { name: '召集会议' }).click();
    const calling = page.getByRole('dialog');
    await calling.getByLabel(/^调度/).click();
    await page.getByTitle('市政府主要负责同志专题调度', { exact: true }).click();
    await calling.getByLabel(/^日期/).fill('2023-09-10');
    await calling.getByLabel('会议名称').fill('石化项目专题调度');
    expect(await barriers(page)).toEqual([]);
    await calling.getByRole('button', { name: '召集' }).click();
    await page.getByRole('heading', { name: '石化项目专题调度' }).waitFor();

    await page.getByRole('button', { name: '增加议题' }).click();
    await page.getByRole('dialog').getByLabel(/^议题/).fill('研究用海手续');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /增\s?加/ })
      .click();
    await page.getByRole('link', { name: '研究用海手续' }).waitFor();

    await page.getByRole('link', { name: '会议室视图' }).click();
    await page.getByRole('button', { name: /研究用海手续/ }).click();
    await page.getByRole('button', { name: '记录议定事项' }).click();
    const deciding = page.getByRole('dialog');
    await deciding.getByLabel(/^议定事项/).fill('月底前取得用海批复');
    await deciding.getByLabel(/^牵头单位/).fill('金普');
    await page.getByTitle('金普新区', { exact: true }).click();
    await deciding.getByLabel(/^完成期限/).fill('2023-09-28');
    await deciding.getByRole('button', { name: /记\s?录/ }).click();
    await page.getByRole('link', { name: /^RW-2023-\d{4} 待签收$/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);

    await page.getByRole('link', { name: '退出' }).click();
    await page.getByRole('button', { name: '办结会议' }).click();
    await page.getByRole('dialog').getByLabel(/^出席/).fill('有关单位负责同志');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /办\s?结/ })
      .click();
    await page.getByText(/^[0-9a-f]{64}$/).waitFor();
    expect(office.faults).toEqual([]);
    await office.close();

    const leader = await screens.as('lingdao', phone);
    await leader.page.goto('/dispatch/meetings');
    await leader.page.getByRole('link', { name: '石化项目专题调度' }).click();
    await leader.page.getByText('月底前取得用海批复').first().waitFor();
    await settled(leader.page);
    expect(await barriers(leader.page)).toEqual([]);
    expect(await overflow(leader.page)).toBe(0);
    await leader.close();
  });

  test('a district says what it thinks of an item that concerns it, and sees no figures of the others', async () => {
    const { page, faults, close } = await screens.as('qushenhe', desk);
    await page.goto('/dispatch/comments');
    await page.getByText('涉及本单位').first().waitFor();
    const box = page.locator('.agenda > li').filter({ has: page.getByRole('button', { name: '提交意见' }) });
    await box.first().getByRole('textbox').fill('请明确用地指标来源');
    await box.first().getByRole('button', { name: '提交意见' }).click();
    await page.getByRole('status').filter({ hasText: '第1稿，区市县审核员' }).waitFor();
    await page.getByRole('link', { name: '会议', exact: true }).last().click();
    await page.getByText('数据和原因不在您的范围').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });
});
