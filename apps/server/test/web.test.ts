import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer } from '#http';
import { serveForTest, type TestServer } from '#http/testing';
import { serveWeb } from '../serve-web.ts';

let folder = '';
let served: TestServer;
let unbuilt: TestServer;

async function webServer(root: string): Promise<TestServer> {
  const web = serveWeb(root);
  const server = await openServer({ notFound: web.answerPage });
  await web.register(server);
  return serveForTest(server);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guatu-web-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>挂图</title>');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'console.log(1)');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js.br'), brotliCompressSync('console.log(1)'));
  served = await webServer(folder);
  unbuilt = await webServer(join(folder, 'assets'));
});
afterAll(async () => {
  await served.close();
  await unbuilt.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(served.baseUrl + path, { headers });

describe('the web application', () => {
  test.each(['/', '/projects', '/projects/0190?tab=plan', '/登录'])('is one page at %s', async (path) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('挂图')]);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  test('keeps hashed files for good, and sends them compressed to who can read that', async () => {
    const response = await get('/assets/main-1a2b.js', { 'accept-encoding': 'br' });
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(await response.text()).toBe('console.log(1)');
    const plain = await get('/assets/main-1a2b.js', { 'accept-encoding': 'identity' });
    expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, 'console.log(1)']);
  });

  test.each(['/assets/gone-0000.js', '/favicon.png', '/api/nowhere', '/..%2f..%2fetc%2fpasswd.txt'])(
    'is not what answers at %s',
    async (path) => {
      const response = await get(path);
      expect([response.status >= 400, await response.text()]).toEqual([
        true,
        expect.stringContaining('code'),
      ]);
    },
  );

  test('that was not built says how to build it', async () => {
    const response = await fetch(`${unbuilt.baseUrl}/projects`);
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('npm run build')]);
  });
});
