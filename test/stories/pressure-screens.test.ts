import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { facesHere } from '#documents';
import { barriers, chromiumPath, desk, overflow, phone, settled } from '../support/browser.ts';
import { type ServedScreens, servedScreens } from '../support/served-screens.ts';

const skipped = chromiumPath === undefined || !facesHere();

describe.skipIf(skipped)('letters in a real browser (skipped without Chromium or a Chinese font)', () => {
  let screens: ServedScreens;
  beforeAll(async () => {
    screens = await servedScreens();
  });
  afterAll(() => screens?.close());

  test('a proposal is explained, decided, drafted, reworded and sent on', async () => {
    const clerk = await screens.as('keyuan', desk);
    const { page } = clerk;
    await page.goto('/pressure');
    await page.getByRole('heading', { name: '提醒督办建议' }).waitFor();
    await settled(page);
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page
      .getByRole('button', { name: /依\s?据/ })
      .first()
      .click();
    await page.getByText('用留存的数据重算，结果相同。').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: '两张表的规则' }).click();
    await page.getByText('红灯当月预警').first().waitFor();
    await page.getByRole('tab', { name: /^项目表/ }).click();
    await page
      .getByRole('button', { name: /^决\s?定$/ })
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /拟\s?稿/ })
      .click();
    await page.getByText('送审稿', { exact: true }).waitFor();
    await settled(page);
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);

    await page.getByRole('button', { name: '修改文字' }).click();
    await page.getByLabel(/^要求/).fill('完成率要达到99%。');
    await page.getByRole('button', { name: '保存文字' }).click();
    await page.getByText('直接写了数字').waitFor();
    await page.getByLabel(/^要求/).fill('请于{回复期限}前书面回复，写明责任人。');
    await page.getByRole('button', { name: '保存文字' }).click();
    await page.getByText('写明责任人').waitFor();
    await page.getByRole('button', { name: /送\s?核/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /送\s?核/ })
      .click();
    await page.getByText('现在没有需要您办理的环节。').waitFor();
    expect(clerk.faults).toEqual([]);
    await clerk.close();
  });

  test('the list shows what is late; a project’s record shows its lights and letters', async () => {
    const leader = await screens.as('lingdao', phone);
    const { page } = leader;
    await page.goto('/letters');
    await page.getByText('签收时限已超期').first().waitFor();
    await settled(page);
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.goto('/pressure');
    await settled(page);
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.locator('a[href^="/pressure/project/"]').first().click();
    await page.getByRole('heading', { name: '各月亮灯' }).waitFor();
    await settled(page);
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(leader.faults).toEqual([]);
    await leader.close();
  });

  test('a district that got no letter reads why its list is empty', async () => {
    const district = await screens.as('qutianbao', phone);
    const { page } = district;
    await page.goto('/letters');
    await page.getByRole('heading', { name: '函件和督办单' }).waitFor();
    await settled(page);
    expect(await barriers(page)).toEqual([]);
    await page.goto('/pressure');
    await page.getByText('没有权限').or(page.getByText('不在您的')).first().waitFor();
    expect(district.faults).toEqual([]);
    await district.close();
  });
});
