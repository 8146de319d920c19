import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';

export const folder = join(import.meta.dirname, '../../shots');

/** `/projects/:id/edit` becomes projects-id-edit.png below the folder of its size. */
export async function shoot(page: Page, size: string, name: string, fullPage = true): Promise<void> {
  const file = `${name.replace(/^\//, '').replace(/[/:]+/g, '-') || 'desk'}.png`;
  const path = join(folder, size, file);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage });
}
