// Runs one of Guatu's TypeScript programs: `node tools/run.mjs FILE [ARG ...]`.
// Works under any Node that a machine happens to carry: installs the dependencies when the lockfile
// changed, then hands over to the Node 24 that comes with them. Plain JavaScript, no imports of ours.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = join(root, 'node_modules', '.guatu-installed');

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** A changed lockfile means another set of dependencies. */
function lockStamp() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package.json')))
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function installIfNeeded() {
  const stamp = lockStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  process.stderr.write('首次运行，正在安装依赖（约一分钟）……\n');
  try {
    execFileSync('npm', ['install', '--include=dev', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, npm_config_loglevel: 'error' },
    });
  } catch (error) {
    fail(`依赖安装失败，请检查网络或 npm 软件源后重试。${String(error.stderr ?? error.message).slice(-600)}`);
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** Type stripping without a flag came with 22.18. */
function canStripTypes(version) {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

function runtime() {
  const bundled = join(root, 'node_modules', 'node', 'bin', 'node');
  if (existsSync(bundled)) return bundled;
  if (canStripTypes(process.version)) return process.execPath;
  return fail(
    `需要 Node.js 22.18 或更高版本，本机为 ${process.version}，随附的 Node.js 也未能安装。请安装 Node.js 24 后重试。`,
  );
}

installIfNeeded();
const [program, ...args] = process.argv.slice(2);
// Stripped and compiled modules are kept: a start takes two thirds of the time.
const compiled = join(root, 'node_modules', '.cache', 'compiled');
// Young objects get little room, and the old are gone through before much has gathered above what is in use: a long export
// and a busy server hold a third less memory, for up to a fifth more work in the export.
const flags = [
  '--disable-warning=ExperimentalWarning',
  '--max-semi-space-size=8',
  '--heap-growing-percent=40',
];
const child = spawn(runtime(), [...flags, join(root, program), ...args], {
  stdio: 'inherit',
  env: {
    NODE_COMPILE_CACHE: compiled,
    ...process.env,
    PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}`,
  },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
