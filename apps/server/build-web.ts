import { execFile } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { defineRefusals, Refusal } from '#kernel/refusal';

defineRefusals({
  'server.web_not_built': { status: 500, text: '网页未能生成：{reason}' },
});

const root = join(import.meta.dirname, '../..');
const pages = join(root, 'apps/web/dist');
const built = join(pages, 'index.html');
const sources = [
  'apps/web',
  'packages/ui',
  'packages/kernel',
  'packages/http',
  'features',
  'package-lock.json',
];

/**
 * Builds the pages where they are missing or older than their sources: beside their place, and put there whole, since
 * another start may be building them, too, and a running server serves the old ones until then.
 */
export async function ensureWebBuilt(tell: (line: string) => void): Promise<void> {
  if (existsSync(built) && newest(sources.map((source) => join(root, source))) <= statSync(built).mtimeMs)
    return;
  tell('正在生成网页（约半分钟，只在首次启动或升级后进行）……');
  const draft = join(root, '.cache', `web-${process.pid}`);
  try {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const args = [
      'build',
      '--config',
      'apps/web/vite.config.ts',
      '--outDir',
      relative(join(root, 'apps/web'), draft),
    ];
    await promisify(execFile)(process.execPath, [vite, ...args], { cwd: root });
    putInPlace(draft);
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Refusal('server.web_not_built', { reason: (stderr || message).trim().slice(-600) });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function putInPlace(draft: string): void {
  try {
    rmSync(pages, { recursive: true, force: true });
    renameSync(draft, pages);
  } catch (error) {
    // Another start put the same pages there at this moment.
    if (!existsSync(built)) throw error;
  }
}

function newest(paths: readonly string[]): number {
  return Math.max(
    0,
    ...paths.map((path) => {
      const found = statSync(path, { throwIfNoEntry: false });
      if (!found) return 0;
      if (!found.isDirectory()) return found.mtimeMs;
      const below = readdirSync(path).filter((name) => !['dist', 'test', 'node_modules'].includes(name));
      return newest(below.map((name) => join(path, name)));
    }),
  );
}
