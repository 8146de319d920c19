import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where a Chromium is; undefined on a machine without one. */
export const chromiumPath = [process.env['GUATU_CHROMIUM'], ...known].find(
  (path) => path !== undefined && existsSync(path),
);

export const desk = { width: 1440, height: 900 } as const;
export const phone = { width: 390, height: 844 } as const;
export type Size = { readonly width: number; readonly height: number };

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('no Chromium on this machine');
  // Fields for days show their parts in the language of the browser itself, not of the page.
  const env = { ...process.env, LANGUAGE: 'zh_CN' };
  return chromium.launch({ executablePath: chromiumPath, args: quiet, env });
}

/** A page nobody is signed in on. Whatever goes wrong in it unseen is collected. */
export async function openPage(browser: Browser, address: string, size: Size): Promise<OpenedPage> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: size,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: size === phone,
    deviceScaleFactor: 1,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // A refused request is no defect of the page.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  return { page, faults, close: () => context.close() };
}

export type OpenedPage = {
  readonly page: Page;
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
};

export type SignIn = { readonly city?: string; readonly login: string; readonly password: string };

/** Through the sign-in page, as a person does. */
export async function signIn(page: Page, { city, login, password }: SignIn): Promise<void> {
  await page.goto('/');
  if (city !== undefined) {
    await page.getByLabel('城市').click();
    await page.locator('.ant-select-item-option').getByText(city, { exact: true }).click();
  }
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
}

/** Waits until the screen is there and nothing in it is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type AxeResult = {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
  }[];
};

/** What a person using a keyboard, a reader or weak eyes would stumble over: serious and critical, one line each. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const result = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  )) as AxeResult;
  return result.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
}

/** How far the page is wider than the window: a phone must never scroll sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
