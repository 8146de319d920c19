import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { chromiumPath, desk, phone, type Size, settled } from '../test/support/browser.ts';
import { sendWorkbook } from '../test/support/sent-workbook.ts';
import { type ServedScreens, servedScreens } from '../test/support/served-screens.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'shots');

/** Between them they may open every screen. */
const people = ['keyuan', 'chuzhang', 'qutianbao', 'lingdao', 'xitong', 'anquan', 'shenji'] as const;

const demonstrationYear = '2023';

/** The addresses every feature declares, `/projects/:id`. */
function declaredPaths(): string[] {
  return readdirSync(join(root, 'features')).flatMap((feature) => {
    const file = join(root, 'features', feature, 'screens/screens.ts');
    try {
      return [...readFileSync(file, 'utf8').matchAll(/path: '([^']+)'/g)].map((found) => found[1] ?? '');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  });
}

/** Which declared address an address belongs to: the one without parameters first. */
function declaredFor(declared: readonly string[], address: string): string | undefined {
  const path = address.split('?')[0] ?? '';
  if (declared.includes(path)) return path;
  return declared.find((one) => new RegExp(`^${one.replace(/:\w+/g, '[^/]+')}$`).test(path));
}

/** Screens one level below an address that are reached by a button: `/projects/…` has `/projects/…/edit`. */
function below(declared: readonly string[], path: string, address: string): string[] {
  const shape = (one: string) => one.replace(/:\w+/g, ':');
  return declared
    .filter((one) => shape(one).startsWith(`${shape(path)}/`))
    .map((one) => address + one.slice(one.split('/').slice(0, path.split('/').length).join('/').length))
    .map((one) => one.replace(':year', demonstrationYear))
    .filter((one) => !one.includes(':'));
}

async function shoot(page: Page, size: string, name: string): Promise<void> {
  const file = `${size}/${name.replace(/^\//, '').replace(/[/:]+/g, '-') || 'desk'}.png`;
  await page.screenshot({ path: join(folder, file), fullPage: true });
}

/** What this person may open of the missing screens; addresses with parameters are found as links on the way. */
async function walk(page: Page, sizeName: string, declared: readonly string[], missing: Set<string>) {
  const waiting = declared.filter((path) => !path.includes(':'));
  const visited = new Set<string>();
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const path = declaredFor(declared, address);
    if (path === undefined || visited.has(path)) continue;
    visited.add(path);
    await page.goto(address);
    try {
      await settled(page);
    } catch {
      process.stderr.write(`${sizeName} ${address}：没有显示出来\n`);
      continue;
    }
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    if (title === '没有权限') continue;
    if (missing.delete(path)) await shoot(page, sizeName, path);
    waiting.push(...below(declared, path, address.split('?')[0] ?? ''));
    const links = page.locator('main a[href^="/"]');
    waiting.push(...(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))));
  }
}

async function shootAll(screens: ServedScreens, sizeName: string, size: Size): Promise<string[]> {
  mkdirSync(join(folder, sizeName), { recursive: true });
  const visitor = await screens.visitor(size);
  await visitor.page.goto('/');
  await settled(visitor.page);
  await shoot(visitor.page, sizeName, 'sign-in');
  await visitor.close();
  const declared = declaredPaths();
  const missing = new Set(declared);
  for (const login of people) {
    if (missing.size === 0) break;
    const { page, close } = await screens.as(login, size);
    if (login === 'keyuan') await sendWorkbook(page);
    await walk(page, sizeName, declared, missing);
    await close();
  }
  return [...missing];
}

if (chromiumPath === undefined) {
  process.stderr.write('没有找到 Chromium，不能截图。请安装 chromium，或用 GUATU_CHROMIUM 指明其位置\n');
  process.exit(1);
}
rmSync(folder, { recursive: true, force: true });
const screens = await servedScreens();
try {
  for (const [name, size] of [
    ['1440x900', desk],
    ['390x844', phone],
  ] as const) {
    const missing = await shootAll(screens, name, size);
    process.stdout.write(`${name}：已截图，存于 shots/${name}\n`);
    if (missing.length > 0) process.stdout.write(`  没有数据可供进入：${missing.join('、')}\n`);
  }
} finally {
  await screens.close();
}
