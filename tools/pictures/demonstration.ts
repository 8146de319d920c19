import { type Size, settled } from '../../test/support/browser.ts';
import { sendWorkbook } from '../../test/support/sent-workbook.ts';
import type { ServedScreens } from '../../test/support/served-screens.ts';
import { declaredPaths } from './declared.ts';
import { shoot } from './folder.ts';
import { mainScreens, refuseAll, shootMain } from './main-screens.ts';
import { wall } from './sizes.ts';
import { walk } from './walk.ts';

/** Between them they may open every screen. */
const people = [
  ...['keyuan', 'chuzhang', 'qutianbao', 'qushenhe', 'lingdao', 'xitong', 'anquan', 'shenji'],
  ...['zhuren', 'zhengfuban', 'dukaoban', 'bumen', 'xiangmu', 'mishu', 'fangke'],
] as const;
/** What looks different from their side. */
const sides = {
  qutianbao: ['/reporting', '/reporting/2023-09/fill', '/projects', '/cockpit', '/year'],
  qushenhe: ['/reporting/2023-09/review'],
  lingdao: ['/cockpit', '/bulletins', '/decisions'],
  zhuren: ['/cockpit'],
  dukaoban: ['/cockpit'],
  bumen: ['/matter-board', '/matters'],
  mishu: ['/matters'],
} as const;
/** Every declared screen once, by the first person it is open to; then what a desk looks like to each of them. */
export async function shootFull(screens: ServedScreens, sizeName: string, size: Size): Promise<void> {
  const visitor = await screens.visitor(size);
  for (const [path, name] of [
    ['/', 'sign-in'],
    ['/public', 'public'],
  ] as const) {
    await visitor.page.goto(path);
    await settled(visitor.page);
    await shoot(visitor.page, sizeName, name);
  }
  await visitor.close();
  const declared = declaredPaths();
  const missing = new Set(declared);
  for (const login of people) {
    const { page, close } = await screens.as(login, size);
    await settled(page);
    await shoot(page, sizeName, `people/desk-${login}`);
    if (login === 'keyuan') await sendWorkbook(page);
    if (missing.size > 0) await walk(page, sizeName, declared, missing);
    for (const path of sides[login as keyof typeof sides] ?? []) {
      await page.goto(path);
      await settled(page);
      await shoot(page, sizeName, `people/${path.slice(1).replaceAll('/', '-')}-${login}`);
    }
    await close();
  }
  if (missing.size > 0) process.stdout.write(`  没有数据可供进入：${[...missing].join('、')}\n`);
}

export async function shootWall(screens: ServedScreens): Promise<void> {
  const { page, close } = await screens.as('lingdao', wall);
  for (const [path, name] of [
    ['/wall', 'wall'],
    ['/wall?meeting=1', 'wall-meeting'],
    ['/matter-wall', 'matter-wall'],
    ['/matter-wall?meeting=1', 'matter-wall-meeting'],
  ] as const) {
    await page.goto(path);
    await settled(page);
    await shoot(page, '1920x1080', name, false);
  }
  await refuseAll(page);
  await shootMain(page, '1920x1080/failing', ['/wall']);
  await close();
}

export async function shootFailing(screens: ServedScreens, sizeName: string, size: Size): Promise<void> {
  const { page, close } = await screens.as('keyuan', size);
  await refuseAll(page);
  await shootMain(page, `${sizeName}/failing`, mainScreens);
  await close();
}
