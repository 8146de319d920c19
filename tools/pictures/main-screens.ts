import type { Page } from 'playwright-core';
import { shoot } from './folder.ts';

/** Looked at without data and without a server, too. */
export const mainScreens = [
  ...['/', '/cockpit', '/wall', '/lights', '/projects', '/lists', '/milestones', '/starts', '/watch'],
  ...['/reporting', '/reporting/2023-09', '/reporting/2023-09/fill', '/reporting/2023-09/review'],
  ...['/bulletins', '/targets', '/statistics', '/year', '/year/carry-over', '/year/plan-check', '/workbooks'],
  ...['/workbooks/returns', '/imports', '/organisations', '/rules'],
  ...['/matter-board', '/matters', '/matters/new', '/matters/proposals', '/leader-requests'],
  ...['/matter-statistics', '/excluded-periods'],
] as const;

export async function shootMain(page: Page, size: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    // A screen that cannot say its title yet says at least what went wrong.
    await page.locator('h1, [role=alert]').first().waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    await shoot(page, size, path);
  }
}

/** The server refuses everything but the question who is there. */
export async function refuseAll(page: Page): Promise<void> {
  await page.context().route(/\/api\/(?!session|cities)/, (route) => route.abort());
}
