import { rmSync } from 'node:fs';
import { chromiumPath } from '../test/support/browser.ts';
import { servedScreens } from '../test/support/served-screens.ts';
import { drafted } from './pictures/bulletin.ts';
import { shootFailing, shootFull, shootWall } from './pictures/demonstration.ts';
import { servedEmptyCity } from './pictures/empty-city.ts';
import { folder } from './pictures/folder.ts';
import { mainScreens, shootMain } from './pictures/main-screens.ts';
import { sizes, wall } from './pictures/sizes.ts';

async function shootEmpty(): Promise<void> {
  const city = await servedEmptyCity();
  try {
    for (const [sizeName, size] of [...sizes, ['1920x1080', wall]] as const) {
      const { page, close } = await city.clerk(size);
      await shootMain(page, `${sizeName}/empty`, sizeName === '1920x1080' ? ['/wall'] : mainScreens);
      await close();
    }
  } finally {
    await city.close();
  }
}

async function shootDemonstration(): Promise<void> {
  const screens = await servedScreens();
  try {
    await drafted(screens.address, screens.password);
    for (const [name, size] of sizes) {
      await shootFull(screens, name, size);
      await shootFailing(screens, name, size);
      process.stdout.write(`${name}：已截图，存于 shots/${name}\n`);
    }
    await shootWall(screens);
  } finally {
    await screens.close();
  }
}

if (chromiumPath === undefined) {
  process.stderr.write('没有找到 Chromium，不能截图。请安装 chromium，或用 GUATU_CHROMIUM 指明其位置\n');
  process.exit(1);
}
rmSync(folder, { recursive: true, force: true });
await shootDemonstration();
await shootEmpty();
process.stdout.write('大屏 shots/1920x1080；没有数据 shots/*/empty；服务器不应答 shots/*/failing\n');
