import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { namedQuery } from '#db';
import { CallRefused } from '../call-refused.ts';
import { makeClient } from '../make-client.ts';
import { fingerprintOf } from '../server/fingerprint.ts';
import { forgetAnswers } from '../store/idempotency.ts';
import { addThing, breakDown, listThings, makeSecret, uploadThings } from './support/thing-routes.ts';
import { thingServer } from './support/thing-server.ts';

let city: Awaited<ReturnType<typeof thingServer>>;
beforeAll(async () => {
  city = await thingServer();
});
afterAll(() => city.close());

const count = async (name: string, cityId?: number) =>
  (await city.as('clerk', cityId).call(listThings, { pageSize: 500 })).rows.filter((row) => row.name === name)
    .length;

function post(body: unknown, key: string | undefined, headers: Record<string, string> = {}) {
  const keyed: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  return city.as('clerk').fetch('/api/things', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...keyed, ...headers },
    body: JSON.stringify(body),
  });
}

describe('a write sent again under its key', () => {
  test('acts once and gets the answer of the first time', async () => {
    const first = await post({ name: '甲', amountFen: '1' }, 'key-of-jia');
    const again = await post({ amountFen: '1', name: '甲' }, 'key-of-jia');
    expect(again.headers.get('idempotent-replay')).toBe('true');
    expect(first.headers.get('idempotent-replay')).toBeNull();
    expect(await again.text()).toBe(await first.text());
    expect(await count('甲')).toBe(1);
  });

  test('with other content is refused', async () => {
    await post({ name: '乙', amountFen: '1' }, 'key-of-yi');
    const other = await post({ name: '乙', amountFen: '2' }, 'key-of-yi');
    expect([other.status, await other.json()]).toMatchObject([422, { code: 'http.key_reused' }]);
    expect(await count('乙')).toBe(1);
  });

  test('at the same moment acts once, and both get the answer', async () => {
    const sent = Array.from({ length: 6 }, () => post({ name: '丙', amountFen: '1' }, 'key-of-bing'));
    const texts = await Promise.all(sent.map(async (one) => (await one).text()));
    expect(new Set(texts).size).toBe(1);
    expect(await count('丙')).toBe(1);
  });

  test('after a refusal or a defect is tried afresh', async () => {
    expect((await post({ name: '无名', amountFen: '1' }, 'key-of-wu')).status).toBe(422);
    const again = await post({ name: '有名', amountFen: '1' }, 'key-of-wu');
    expect([again.status, again.headers.get('idempotent-replay')]).toEqual([200, null]);
  });

  test.each([
    ['another account', { key: 'key-of-ding', name: '丁' }, 'otherClerk', 210200],
    ['another city', { key: 'key-of-wu2', name: '戊' }, 'clerk', 331100],
  ] as const)('by %s is another act', async (_who, { key, name }, other, cityId) => {
    const input = { name, amountFen: '1' } as const;
    const mine = await city.as('clerk').call(addThing, input, { idempotencyKey: key });
    const theirs = await city.as(other, cityId).call(addThing, input, { idempotencyKey: key });
    expect(theirs.id).not.toBe(mine.id);
  });

  test('with another file is refused', async () => {
    const send = (text: string) =>
      city
        .as('clerk')
        .call(
          uploadThings,
          { file: { name: 'a.csv', bytes: new TextEncoder().encode(text) } },
          { idempotencyKey: 'key-of-file' },
        );
    expect(await send('x')).toEqual(await send('x'));
    await expect(send('y')).rejects.toThrow(CallRefused);
  });
});

describe('a secret', () => {
  const keptText = async () => {
    const rows = await city.inCity((tx) =>
      namedQuery(tx, 'idempotency_all', 'select * from city.idempotency', []),
    );
    return JSON.stringify(rows);
  };

  test('in an answer is shown once: a retry neither acts again nor shows it', async () => {
    const make = () =>
      city.as('clerk').call(makeSecret, { name: '保险柜', own: 'x' }, { idempotencyKey: 'key-of-secret' });
    expect(await make()).toEqual({ word: 'Sesam-1234' });
    await expect(make()).rejects.toMatchObject({ status: 409, code: 'http.shown_once' });
    expect(await count('保险柜')).toBe(1);
    expect(await keptText()).not.toContain('Sesam');
  });

  test('in an input leaves no fingerprint', async () => {
    const print = (own: string) => fingerprintOf(makeSecret, { name: '甲', own });
    expect(print('first')).toBe(print('second'));
    expect(fingerprintOf(makeSecret, { name: '乙', own: 'first' })).not.toBe(print('first'));
  });
});

describe('the client', () => {
  test('whose first answers are lost on the way acts once', async () => {
    let lost = 0;
    const losing: typeof fetch = async (address, init) => {
      const headers = { ...(init?.headers as Record<string, string>), cookie: 'guatu_session=210200.clerk' };
      const response = await fetch(address, { ...init, headers });
      if (lost++ < 2) throw new TypeError('network error');
      return response;
    };
    const call = makeClient({ baseUrl: city.baseUrl, fetch: losing, retryAfterMs: [1, 1] });
    await call(addThing, { name: '己', amountFen: '1' });
    expect(lost).toBe(3);
    expect(await count('己')).toBe(1);
  });

  test('whose first answer breaks off half-way acts once', async () => {
    let answers = 0;
    const breaking: typeof fetch = async (address, init) => {
      const headers = { ...(init?.headers as Record<string, string>), cookie: 'guatu_session=210200.clerk' };
      const response = await fetch(address, { ...init, headers });
      if (answers++ > 0) return response;
      const half = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{'));
          controller.error(new TypeError('terminated'));
        },
      });
      return new Response(half, { status: response.status });
    };
    const call = makeClient({ baseUrl: city.baseUrl, fetch: breaking, retryAfterMs: [1] });
    await call(addThing, { name: '庚', amountFen: '1' });
    expect(answers).toBe(2);
    expect(await count('庚')).toBe(1);
  });

  test('that breaks off and sends again gets the answer of the act under way', async () => {
    const browser = city.as('clerk');
    const signal = AbortSignal.timeout(100);
    const first = browser.call(breakDown, { how: 'slow' }, { idempotencyKey: 'key-of-slow', signal });
    await expect(first).rejects.toThrow();
    expect(await browser.call(breakDown, { how: 'slow' }, { idempotencyKey: 'key-of-slow' })).toEqual({
      count: 1,
    });
    expect(await count('坏了 slow')).toBe(1);
  });
});

describe('a write is refused', () => {
  test.each([
    ['without a key', undefined],
    ['with a short key', 'abc'],
    ['with a key of strange characters', 'aaaa bbbb!'],
    ['with a key too long', 'a'.repeat(65)],
  ])('%s', async (_what, key) => {
    const answer = await post({ name: '庚', amountFen: '1' }, key);
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'http.key_missing' }]);
  });

  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['a page without origin', { origin: 'null' }],
    ['another site by the browser’s word', { 'sec-fetch-site': 'cross-site' }],
  ])('from %s', async (_what, headers) => {
    const answer = await post(
      { name: '辛', amountFen: '1' },
      'key-of-xin',
      headers as Record<string, string>,
    );
    expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'http.foreign_origin' }]);
    expect(await count('辛')).toBe(0);
  });

  test('but not from its own origin', async () => {
    const answer = await post({ name: '壬', amountFen: '1' }, 'key-of-ren', { origin: city.baseUrl });
    expect(answer.status).toBe(200);
  });
});

test('old answers are forgotten in batches, each city its own', async () => {
  const left = () =>
    city.inCity((tx) => namedQuery(tx, 'idempotency_left', 'select key from city.idempotency', []));
  const all = (await left()).length;
  const later = new Date(Date.now() + 60_000);
  expect(await city.inCity((tx) => forgetAnswers(tx, new Date(0), 100))).toBe(0);
  expect(await city.inCity((tx) => forgetAnswers(tx, later, 2))).toBe(2);
  expect(await left()).toHaveLength(all - 2);
  await city.inCity((tx) => forgetAnswers(tx, later, 100), 331100);
  expect(await left()).toHaveLength(all - 2);
});
