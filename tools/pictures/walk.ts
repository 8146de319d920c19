import type { Page } from 'playwright-core';
import { settled } from '../../test/support/browser.ts';
import { below, declaredFor } from './declared.ts';
import { shoot } from './folder.ts';

/** What this person may open of the missing screens; addresses with parameters are found as links on the way. */
export async function walk(page: Page, size: string, declared: readonly string[], missing: Set<string>) {
  const waiting = declared.filter((path) => !path.includes(':'));
  const visited = new Set<string>();
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const path = declaredFor(declared, address);
    if (path === undefined || visited.has(path)) continue;
    if (!missing.has(path) && !leadsOn(path, missing)) continue;
    visited.add(path);
    await page.goto(address);
    try {
      await settled(page);
    } catch {
      process.stderr.write(`${size} ${address}：没有显示出来\n`);
      continue;
    }
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    if (title === '没有权限') continue;
    if (missing.delete(path)) await shoot(page, size, path);
    waiting.push(...below(declared, path, address.split('?')[0] ?? ''));
    const links = page.locator('main a[href^="/"]');
    waiting.push(...(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))));
  }
}

/** Below it lies a screen still missing. */
function leadsOn(path: string, missing: ReadonlySet<string>): boolean {
  return [...missing].some((one) => one.includes(':') && one.startsWith(`${path}/`));
}
