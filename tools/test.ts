// `npm test`: what the browser tests need, the checks, then every test; ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureWebBuilt } from '../apps/server/build-web.ts';
import { runChecks } from './check.ts';

const root = join(import.meta.dirname, '..');
const systemPackages = ['chromium', 'fonts-noto-cjk'];
const chromium = '/usr/bin/chromium';
const chineseFont = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

/** Browser tests need Debian's chromium and a Chinese font; root installs them, others are told. */
function ensureBrowser(): void {
  if (existsSync(chromium) && existsSync(chineseFont)) return;
  const command = `apt-get install -y ${systemPackages.join(' ')}`;
  if (process.getuid?.() !== 0) {
    console.error(`浏览器测试需要系统软件包，请先以 root 运行：${command}`);
    process.exit(1);
  }
  console.log(`installing ${systemPackages.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  spawnSync('apt-get', ['install', '-y', '-qq', ...systemPackages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  if (!existsSync(chromium)) {
    console.error(`浏览器未能安装，请手工运行：${command}`);
    process.exit(1);
  }
}

type Report = { numPassedTests: number; numFailedTests: number; numPendingTests: number; success: boolean };

/** Runs vitest and reads its own counts, so that the closing line cannot drift from what ran. */
function runTests(filters: readonly string[]): Report {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-test-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const run = spawnSync('vitest', ['run', ...reporters, ...filters], { cwd: root, stdio: 'inherit' });
  try {
    const report: Report = JSON.parse(readFileSync(file, 'utf8'));
    return { ...report, success: run.status === 0 && report.success };
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, success: false };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

ensureBrowser();
const checks = await runChecks();
// Built once here, so that tests which start the program side by side find the pages ready.
await ensureWebBuilt(console.log);
const tests = runTests(process.argv.slice(2));
const failedChecks = checks.filter((check) => !check.passed).length;
const failed = tests.numFailedTests + failedChecks + (!tests.success && tests.numFailedTests === 0 ? 1 : 0);
const passed = tests.numPassedTests + checks.length - failedChecks;
console.log(
  `${passed} passed, ${failed} failed${tests.numPendingTests > 0 ? `, ${tests.numPendingTests} skipped` : ''}`,
);
process.exit(failed > 0 ? 1 : 0);
