import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeClient } from '../make-client.ts';
import { breakDown, listThings } from './support/thing-routes.ts';
import { thingServer } from './support/thing-server.ts';

let city: Awaited<ReturnType<typeof thingServer>>;
beforeAll(async () => {
  city = await thingServer();
});
afterAll(() => city.close());

test('an act whose database goes away is answered 503, undone, and done once when sent again', async () => {
  const statuses: number[] = [];
  const watching: typeof fetch = async (address, init) => {
    const headers = { ...(init?.headers as Record<string, string>), cookie: 'guatu_session=210200.clerk' };
    const response = await fetch(address, { ...init, headers });
    statuses.push(response.status);
    return response;
  };
  const call = makeClient({ baseUrl: city.baseUrl, fetch: watching, retryAfterMs: [50, 50] });
  expect(await call(breakDown, { how: 'cut' })).toEqual({ count: 1 });
  expect(statuses).toEqual([503, 200]);
  expect((await call(listThings, {})).total).toBe(1);
});

test('an act that lost against others is run again within the same request', async () => {
  const call = city.as('clerk').call;
  expect(await call(breakDown, { how: 'clash' })).toEqual({ count: 1 });
  const { rows } = await call(listThings, { pageSize: 500 });
  expect(rows.filter((row) => row.name === '坏了 clash')).toHaveLength(1);
});
