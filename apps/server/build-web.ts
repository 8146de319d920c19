import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { defineRefusals, Refusal } from '#kernel/refusal';

defineRefusals({
  'server.web_not_built': { status: 500, text: '网页未能生成：{reason}' },
});

const root = join(import.meta.dirname, '../..');
const built = join(root, 'apps/web/dist/index.html');
const sources = [
  'apps/web',
  'packages/ui',
  'packages/kernel',
  'packages/http',
  'features',
  'package-lock.json',
];

/** Builds the pages where they are missing or older than their sources. */
export async function ensureWebBuilt(tell: (line: string) => void): Promise<void> {
  if (existsSync(built) && newest(sources.map((source) => join(root, source))) <= statSync(built).mtimeMs)
    return;
  tell('正在生成网页（约半分钟，只在首次启动或升级后进行）……');
  try {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    await promisify(execFile)(process.execPath, [vite, 'build', '--config', 'apps/web/vite.config.ts'], {
      cwd: root,
    });
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Refusal('server.web_not_built', { reason: (stderr || message).trim().slice(-600) });
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
