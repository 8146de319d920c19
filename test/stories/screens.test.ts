import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, chromiumPath, desk, overflow, phone, settled, signIn } from '../support/browser.ts';
import { type ServedScreens, servedScreens } from '../support/served-screens.ts';

const sizes = [
  ['on a desk', desk],
  ['on a phone', phone],
] as const;

/** People who between them see every screen of the navigation. */
const people = ['keyuan', 'lingdao', 'qutianbao', 'bumen', 'xitong', 'anquan', 'shenji'] as const;

describe.skipIf(chromiumPath === undefined)('screens in a real browser (skipped without Chromium)', () => {
  let screens: ServedScreens;
  beforeAll(async () => {
    screens = await servedScreens();
  });
  afterAll(() => screens?.close());

  describe.each(sizes)('%s', (_name, size) => {
    test('the sign-in page has no barriers, refuses a wrong password and lets a demonstration account in', async () => {
      const { page, faults, close } = await screens.visitor(size);
      await page.goto('/projects?year=2023');
      await page.getByLabel('登录名').fill('keyuan');
      await page.getByLabel('密码', { exact: true }).fill('wrong-Password-1');
      await page.getByRole('button', { name: '登录', exact: true }).click();
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').textContent()).toContain('登录名或密码不正确');
      expect(await page.getByLabel('登录名').inputValue()).toBe('keyuan');
      expect(await barriers(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await page.getByRole('button', { name: /keyuan/ }).click();
      await page.getByRole('navigation', { name: '主导航' }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/projects');
      expect(faults).toEqual([]);
      await close();
    });

    const seen = new Set<string>();
    test.each(people)(
      'what %s finds in the navigation has no barriers and fits the window',
      async (login) => {
        const { page, faults, close } = await screens.as(login, size);
        const paths = await pathsOf(page);
        expect(paths.length).toBeGreaterThan(0);
        for (const path of [...paths, '/me/password', '/me/sessions']) {
          if (seen.has(path)) continue;
          seen.add(path);
          await page.goto(path);
          await settled(page);
          expect(await barriers(page), path).toEqual([]);
          expect(await overflow(page), path).toBe(0);
        }
        expect(faults).toEqual([]);
        await close();
      },
      // Half a hundred screens one after the other.
      240_000,
    );
  });

  test('an address that is not open to somebody says so, and one that does not exist, too', async () => {
    const { page, close } = await screens.as('shenji', desk);
    await page.goto('/imports');
    await page.getByRole('heading', { name: '没有权限' }).waitFor();
    await page.goto('/nowhere');
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    await close();
  });

  test('one administrator opens an account, another gives it a role, a third finds both in an unbroken record', async () => {
    const system = await screens.as('xitong', desk);
    await system.page.goto('/accounts');
    await system.page.getByRole('button', { name: '开设账号' }).click();
    const form = system.page.getByRole('dialog');
    await form.getByLabel(/^登录名/).fill('wangwu');
    await form.getByLabel(/^姓名或岗位/).fill('王五');
    await form.getByRole('button', { name: '开设账号' }).click();
    const password = (await form.locator('code').textContent())?.trim() ?? '';
    expect(await barriers(system.page)).toEqual([]);
    await system.close();

    const security = await screens.as('anquan', desk);
    await security.page.goto('/accounts');
    await security.page.getByRole('button', { name: '王五' }).click();
    await security.page.getByRole('button', { name: '授予角色' }).click();
    const giving = security.page.getByRole('dialog', { name: /^授予角色/ });
    await giving.getByLabel(/^角色/).click();
    await security.page.getByTitle('区市县填报员', { exact: true }).last().click();
    await giving.getByLabel(/^单位/).fill('金普');
    await security.page.getByTitle('金普新区', { exact: true }).click();
    expect(await barriers(security.page)).toEqual([]);
    await giving.getByRole('button', { name: '授予角色' }).click();
    await security.page.getByRole('button', { name: '收回 区市县填报员' }).waitFor();
    await security.close();

    const opened = await screens.visitor(phone);
    await signIn(opened.page, { login: 'wangwu', password });
    await opened.page.getByRole('button', { name: /王五/ }).click();
    await opened.page.getByRole('menuitem', { name: '退出登录' }).click();
    await opened.page.getByRole('button', { name: '登录', exact: true }).waitFor();
    await opened.close();

    const audit = await screens.as('shenji', desk);
    await audit.page.goto('/audit');
    await audit.page.getByRole('button', { name: '核验', exact: true }).click();
    await audit.page.getByText(/核验通过：\d+ 条/).waitFor();
    await audit.page.getByRole('button', { name: '授予角色' }).first().click();
    await audit.page.getByRole('dialog').getByText('安全管理员（演示）').waitFor();
    expect(await barriers(audit.page)).toEqual([]);
    await audit.close();
  });

  test('who is signed out in the middle of typing signs in again and finds it', async () => {
    const { page, close } = await screens.as('keyuan', desk);
    await page.goto('/imports/new');
    await page.getByLabel('来文单位').fill('金普新区');
    await page.context().clearCookies();
    await page.locator('input[type=file]').setInputFiles({
      name: '2023年9月月报.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('项目名称,本年累计完成投资（万元）\n甲,1\n'),
    });
    await page.getByRole('button', { name: '上传并检查' }).click();
    await page.getByText('登录已过期').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('密码', { exact: true }).fill(screens.password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/imports/new');
    expect(await page.getByLabel('来文单位').inputValue()).toBe('金普新区');
    await close();
  });
});

/** Addresses in the navigation; on a phone also those behind 「更多」. */
async function pathsOf(page: Awaited<ReturnType<ServedScreens['as']>>['page']): Promise<string[]> {
  const nav = page.getByRole('navigation', { name: '主导航' });
  const more = nav.getByRole('button', { name: '更多' });
  if (await more.isVisible()) await more.click();
  return nav.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}
