import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newIdempotencyKey } from '#http/client';
import { browserAt } from '#http/testing';
import { signIn } from '../../features/identity/contract.ts';
import { matterKinds, matterPage, setMatterSupport } from '../../features/matters/contract.ts';
import { barriers, chromiumPath, desk, overflow, phone, settled } from '../support/browser.ts';
import { type ServedScreens, servedScreens } from '../support/served-screens.ts';

const wall = { width: 1920, height: 1080 } as const;
const department = '市工业和信息化局';
const photo = {
  name: '完工照片.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
};

describe.skipIf(chromiumPath === undefined)('matters on screen (skipped without Chromium)', () => {
  let screens: ServedScreens;
  let address = '';
  beforeAll(async () => {
    screens = await servedScreens();
  });
  afterAll(() => screens?.close());

  test('a district clerk makes a problem of what a report says, with nothing typed twice, and passes it on', async () => {
    const { page, faults, close } = await screens.as('qutianbao', desk);
    await page.goto('/matters/proposals');
    await settled(page);
    expect(await barriers(page)).toEqual([]);
    const row = page.getByRole('list', { name: '从月报转入' }).getByRole('listitem').first();
    const words = await row.locator('.matter-words').textContent();
    expect(await row.getByRole('button', { name: /^转入/ }).isDisabled()).toBe(true);
    await choose(page, row.getByRole('combobox'), '用地');
    await row.getByRole('button', { name: /^转入/ }).click();
    await row.getByText('已转入 1 条').waitFor();
    await row.getByRole('link').click();
    await page.getByRole('button', { name: '交办', exact: true }).waitFor();
    address = new URL(page.url()).pathname;
    expect(await page.getByRole('region', { name: '要办什么' }).textContent()).toContain(words);

    await page.getByRole('button', { name: '交办', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await choose(page, dialog.getByLabel('牵头单位'), department);
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: '交办', exact: true }).click();
    await page.getByText(`${department}（牵头单位）`).first().waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('the department finds it on its board, takes it on and sees day by day what is left', async () => {
    const { page, faults, close } = await screens.as('bumen', desk);
    await page.goto('/matter-board');
    await settled(page);
    const first = page.locator('.matter-card a').first();
    await first.focus();
    await page.keyboard.press('ArrowRight');
    const onCard = page.locator('.matter-card a:focus');
    expect(await onCard.count()).toBe(1);
    expect(await onCard.getAttribute('href')).not.toBe(await first.getAttribute('href'));
    await page.locator(`.matter-card a[href="${address}"]`).click();

    await act(page, '受理');
    await page.getByText('· 办理中').first().waitFor();
    await page.getByRole('button', { name: '逐日计算：解决时限' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('起算日，不计入').waitFor();
    expect(await drawer.getByRole('row').filter({ hasText: '计入' }).count()).toBeGreaterThan(5);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(faults).toEqual([]);
    await close();
  });

  test('what happened while the result was being written is shown, and what was written stays', async () => {
    const { page, faults, close } = await screens.as('bumen', desk);
    await page.goto(address);
    await page.getByRole('button', { name: '报告解决', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '报告解决' });
    await dialog.getByLabel(/^解决情况/).fill('组卷已报省厅，先行用地已批复。');
    await dialog.locator('input[type=file]').setInputFiles(photo);
    await dialog.getByRole('button', { name: `去掉 ${photo.name}` }).waitFor();
    await supportBySomebodyElse();

    await dialog.getByRole('button', { name: '报告解决', exact: true }).click();
    await dialog.getByText(/^您打开以后，有人办理过这个事项/).waitFor();
    await dialog.getByText(/^配合单位定为/).waitFor();
    expect(await dialog.getByLabel(/^解决情况/).inputValue()).toBe('组卷已报省厅，先行用地已批复。');
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: '看过了，按最新情况继续' }).click();
    await dialog.getByRole('button', { name: '报告解决', exact: true }).click();
    await page.getByText('· 待确认').first().waitFor();
    expect(await page.getByRole('button', { name: '确认销号' }).count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('the district confirms it on a phone, with the act at the thumb, and it is closed', async () => {
    const { page, faults, close } = await screens.as('qutianbao', phone);
    await page.goto(address);
    const confirm = page.getByRole('button', { name: '确认销号', exact: true });
    await confirm.waitFor();
    expect(await confirm.evaluate((button) => button.getBoundingClientRect().bottom <= innerHeight)).toBe(
      true,
    );
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await confirm.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '满意', exact: true }).check();
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: '确认销号', exact: true }).click();
    await page.getByText('· 已销号').first().waitFor();
    await page.getByText('已经了结，不用再办').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('a leader reads what was forwarded and decides with a sentence on a phone', async () => {
    const { page, faults, close } = await screens.as('lingdao', phone);
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '待决事项' }).click();
    await settled(page);
    const request = page.getByRole('listitem').filter({ hasText: '起因' }).first();
    const title = (await request.getByRole('heading').textContent()) ?? '';
    await request.getByRole('button', { name: `作出决定：${title}` }).click();
    expect(await request.getByRole('button', { name: '作出决定', exact: true }).isDisabled()).toBe(true);
    await request.getByLabel(/^决定意见/).fill('请市住建局牵头，');
    await request.getByRole('button', { name: '请牵头单位提出解决方案，限期报结果。' }).click();
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await request.getByRole('button', { name: '作出决定', exact: true }).click();
    await page.getByRole('heading', { name: title }).waitFor({ state: 'detached' });

    await page.goto('/leader-requests');
    await page.getByRole('tab', { name: '已决定' }).click();
    await page.getByText(/请市住建局牵头，请牵头单位提出解决方案，限期报结果。/).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test('a room looks at one matter after the other by arrow keys; in meeting mode nobody is named', async () => {
    const { page, faults, close } = await screens.as('keyuan', wall);
    await page.goto('/matter-wall');
    await page.getByText('该谁办').waitFor();
    const title = page.getByRole('heading', { level: 2 });
    const first = await title.textContent();
    await page.keyboard.press('ArrowRight');
    await page.getByText(/^2 \/ \d+$/).waitFor();
    expect(await title.textContent()).not.toBe(first);
    await page.keyboard.press('Home');
    await page.getByText(/^1 \/ \d+$/).waitFor();
    const turn = page.locator('.matter-sheet-turn');
    await turn.getByText(/（.+）$/).waitFor();
    await page.getByLabel('会议模式').check();
    expect(await turn.textContent()).not.toMatch(/（/);
    await page.getByText('最近的经过').waitFor({ state: 'detached' });
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollHeight <= innerHeight')).toBe(true);
    expect(faults).toEqual([]);
    await close();
  });

  /** Another office sets who supports, while the department is still writing. */
  async function supportBySomebodyElse(): Promise<void> {
    const clerk = browserAt(screens.address);
    await clerk.call(signIn, { login: 'keyuan', password: screens.password });
    const { organisations } = await clerk.call(matterKinds, {});
    const support = organisations.filter(({ name }) => name === '市商务局').map(({ orgId }) => orgId);
    const id = address.split('/').at(-1) as Parameters<typeof clerk.call<typeof matterPage>>[1]['id'];
    const { version } = (await clerk.call(matterPage, { id })).matter;
    await clerk.call(
      setMatterSupport,
      { id, version, support, reason: '涉及外资项目，请一并配合' },
      { idempotencyKey: newIdempotencyKey() },
    );
  }
});

/** Picks an entry of a list that opens. */
async function choose(page: Page, list: Locator, name: string): Promise<void> {
  await list.click();
  await page.keyboard.type(name);
  await page.locator('.ant-select-item-option').getByText(name, { exact: true }).last().click();
}

/** An action that asks for nothing that must be filled in. */
async function act(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}
