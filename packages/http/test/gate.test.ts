import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { thingServer } from './support/thing-server.ts';

let city: Awaited<ReturnType<typeof thingServer>>;
beforeAll(async () => {
  city = await thingServer({ settings: { bodyBytes: 4096, uploadBytes: 100_000 } });
});
afterAll(() => city.close());

const json = { 'content-type': 'application/json', 'idempotency-key': 'gate-key-1' };

async function answer(path: string, init: RequestInit) {
  const response = await city.as('clerk').fetch(path, init);
  return {
    status: response.status,
    headers: response.headers,
    ...((await response.json()) as { code: string; text: string }),
  };
}

function formWith(...files: readonly [name: string, size: number][]): FormData {
  const form = new FormData();
  form.append('note', '说明');
  for (const [name, size] of files) form.append('file', new Blob([new Uint8Array(size)]), name);
  return form;
}

const key = { 'idempotency-key': 'gate-key-2' };

describe('at the gate, in Chinese', () => {
  test.each([
    ['an unknown address', '/api/nowhere?phone=13800000000', {}, 404, '没有这个地址：GET /api/nowhere'],
    [
      'a broken text',
      '/api/things',
      { method: 'POST', headers: json, body: '{"name":' },
      400,
      '不是有效的 JSON',
    ],
    [
      'a list for an object',
      '/api/things',
      { method: 'POST', headers: json, body: '[1]' },
      400,
      '不是有效的 JSON',
    ],
    ['an empty text', '/api/things', { method: 'POST', headers: json, body: '' }, 400, '不是有效的 JSON'],
    [
      'XML',
      '/api/things',
      { method: 'POST', headers: { ...json, 'content-type': 'text/xml' }, body: '<a/>' },
      415,
      '不支持',
    ],
    [
      'too much text',
      '/api/things',
      { method: 'POST', headers: json, body: `{"name":"${'x'.repeat(5000)}"}` },
      413,
      '上限 4 KB',
    ],
    [
      'a poisoned object',
      '/api/things',
      { method: 'POST', headers: json, body: '{"__proto__":{"a":1}}' },
      400,
      '不是有效的 JSON',
    ],
    [
      'a file too large',
      '/api/things/file',
      { method: 'POST', headers: key, body: formWith(['a.xlsx', 300_000]) },
      413,
      '上传上限 98 KB',
    ],
    [
      'a file far too large',
      '/api/things/file',
      { method: 'POST', headers: key, body: formWith(['a.xlsx', 60_000_000]) },
      413,
      '上传上限 98 KB',
    ],
    [
      'two files',
      '/api/things/file',
      { method: 'POST', headers: key, body: formWith(['a', 1], ['b', 1]) },
      422,
      '一次只能上传一个文件',
    ],
    [
      'no file',
      '/api/things/file',
      { method: 'POST', headers: key, body: formWith() },
      422,
      '请选择一个文件',
    ],
    [
      'a text for a file',
      '/api/things/file',
      { method: 'POST', headers: json, body: '{}' },
      422,
      '请选择一个文件',
    ],
    ['an address that is no address', '/api/things/%E0%A4%A', { headers: {} }, 400, '请求无法识别'],
  ] as const)('%s is refused', async (_what, path, init, status, text) => {
    const refused = await answer(path, init as RequestInit);
    expect([refused.status, refused.text]).toEqual([status, expect.stringContaining(text)]);
  });

  test('too many calls of one address wait', async () => {
    const call = () => answer('/api/whisper', { method: 'POST', headers: json, body: '{}' });
    expect((await call()).status).toBe(200);
    expect((await call()).status).toBe(200);
    const third = await call();
    expect(third).toMatchObject({ status: 429, code: 'http.too_many' });
    expect(third.text).toMatch(/请在 \d+ 秒后再试/);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('every answer', () => {
  test('carries headers that keep scripts and frames of others out, and asks for no TLS it has not', async () => {
    const { headers } = await city.as('clerk').fetch('/api/things');
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

test('over TLS the cookie and the headers insist on TLS', async () => {
  const secure = await thingServer({ settings: { https: true } });
  const init = { method: 'POST', headers: json, body: '{"word":"芝麻开门"}' };
  const { headers } = await secure.as('nobody').fetch('/api/knock', init);
  expect(headers.get('set-cookie')).toContain('Secure');
  expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
  await secure.close();
});
