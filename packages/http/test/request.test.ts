import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { namedQuery } from '#db';
import { CallRefused } from '../call-refused.ts';
import { makeClient } from '../make-client.ts';
import {
  addThing,
  breakDown,
  downloadThings,
  exportThings,
  knock,
  leave,
  listThings,
  renameThing,
  uploadThings,
  writeInRead,
} from './support/thing-routes.ts';
import { thingServer } from './support/thing-server.ts';

let city: Awaited<ReturnType<typeof thingServer>>;
const lines: string[] = [];

beforeAll(async () => {
  const stream = { write: (line: string) => void lines.push(line) };
  city = await thingServer({ logger: { level: 'info', stream }, settings: { uploadBytes: 1024 * 1024 } });
});
afterAll(() => city.close());

async function refusal(call: Promise<unknown>): Promise<CallRefused> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof CallRefused) return error;
  throw new Error(`expected a refusal, got ${String(error)}`);
}

async function auditOf(action: string, cityId?: number) {
  return city.inCity(
    (tx) =>
      namedQuery<{ outcome: string; actor_name: string; details: Record<string, unknown> }>(
        tx,
        'audit_of',
        'select outcome, actor_name, details from city.audit where action = $1 order by at',
        [action],
      ),
    cityId,
  );
}

async function names(): Promise<string[]> {
  const { rows } = await city.as('clerk').call(listThings, { pageSize: 500 });
  return rows.map((row) => row.name);
}

describe('a call', () => {
  test('writes, and reads back what the declared output names, money as digits', async () => {
    const added = await city.as('clerk').call(addThing, { name: '塔吊', amountFen: '9007199254740993' });
    expect(added).toEqual({
      id: added.id,
      name: '塔吊',
      amountFen: '9007199254740993',
      version: 1,
      madeAt: expect.stringMatching(/^20\d\d-.*Z$/),
    });
    const page = await city
      .as('guest')
      .call(listThings, { name: '塔吊', order: 'name', since: '2023-01-01', page: 1 });
    expect(page).toMatchObject({ rows: [added], total: 1, page: 1, pageSize: 50 });
  });

  test('sends a file and gets one', async () => {
    const bytes = new TextEncoder().encode('甲,1\n');
    const given = { file: { name: '../一月 报表.csv', bytes }, years: [2023, 2024], note: '12' };
    const taken = await city.as('clerk').call(uploadThings, given);
    expect(taken).toMatchObject({ name: '一月 报表.csv', size: bytes.length, years: [2023, 2024] });
    const file = await city.as('guest').call(downloadThings, {});
    expect(file).toMatchObject({ name: '物件清单 2023.csv', contentType: 'text/csv; charset=utf-8' });
    expect(new TextDecoder().decode(file.bytes)).toContain('塔吊,9007199254740993');
  });

  test('sees nothing of another city', async () => {
    const elsewhere = await city.as('clerk', 331100).call(listThings, {});
    expect(elsewhere.total).toBe(0);
  });

  test('that reads cannot write', async () => {
    const refused = await refusal(city.as('clerk').call(writeInRead, {}));
    expect(refused.status).toBe(500);
    expect(await names()).not.toContain('偷写');
  });

  test('that reads and is audited may leave its trace', async () => {
    await city.as('guest').call(exportThings, {});
    expect(await auditOf('thing.export')).toMatchObject([{ outcome: 'done', actor_name: '张访客' }]);
  });
});

describe('who may call', () => {
  test('nobody, without a session', async () => {
    const refused = await refusal(city.as('nobody').call(listThings, {}));
    expect(refused).toMatchObject({ status: 401, code: 'http.sign_in_first' });
  });

  test('a guest may read but not write, and the attempt is recorded', async () => {
    const refused = await refusal(city.as('guest').call(addThing, { name: '塔吊', amountFen: '1' }));
    expect(refused).toMatchObject({ status: 403, code: 'access.denied' });
    expect(refused.text).toContain('修改物件');
    expect(await auditOf('thing.edit')).toContainEqual({
      outcome: 'refused',
      actor_name: '张访客',
      details: { route: 'POST /things', code: 'access.denied' },
    });
  });

  test('is decided before anything given is looked at', async () => {
    const broken = { name: '', amountFen: 'x' } as unknown as { name: string; amountFen: '1' };
    expect((await refusal(city.as('guest').call(addThing, broken))).status).toBe(403);
  });

  test('a session that must do something else first is told so', async () => {
    expect((await refusal(city.as('newcomer').call(listThings, {}))).code).toBe('thing.unknown');
    expect(await city.as('newcomer').call(leave, {})).toEqual({ done: true });
  });

  test('signing in starts a session of the browser, signing out ends it', async () => {
    const browser = city.as('nobody');
    const inside = await browser.call(knock, { word: '芝麻开门', cityId: 331100 });
    expect(inside).toEqual({ cityId: 331100, actor: '未登录' });
    expect(await browser.call(listThings, {})).toMatchObject({ total: 0 });
    await browser.call(leave, {});
    expect((await refusal(browser.call(listThings, {}))).status).toBe(401);
  });

  test('the cookie is closed to scripts and to other sites', async () => {
    const response = await city.as('nobody').fetch('/api/knock', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'a-key-of-mine' },
      body: JSON.stringify({ word: '芝麻开门' }),
    });
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly/);
    expect(response.headers.get('set-cookie')).toMatch(/SameSite=Strict/);
  });
});

describe('a refusal', () => {
  test('that is thrown undoes what the act wrote and is recorded', async () => {
    const refused = await refusal(city.as('clerk').call(addThing, { name: '无名', amountFen: '7' }));
    expect(refused).toMatchObject({
      status: 422,
      code: 'thing.forbidden_name',
      text: '物件不能叫「无名」',
      details: { name: '无名', amountFen: '7' },
    });
    expect(await names()).not.toContain('无名');
    expect(await auditOf('thing.edit')).toContainEqual({
      outcome: 'refused',
      actor_name: '王经办',
      details: { route: 'POST /things', code: 'thing.forbidden_name' },
    });
  });

  test('that is returned keeps what the act wrote', async () => {
    const refused = await refusal(city.as('nobody').call(knock, { word: '开门' }));
    expect(refused).toMatchObject({ status: 401, text: '口令不对' });
    expect((await auditOf('door.knock')).map((row) => row.details)).toContainEqual({ right: false });
  });

  test('of a stale save shows both versions', async () => {
    const { id } = await city.as('clerk').call(addThing, { name: '旧名', amountFen: '1' });
    await city.as('otherClerk').call(renameThing, { id, name: '别人的名', version: 1 });
    const refused = await refusal(city.as('clerk').call(renameThing, { id, name: '我的名', version: 1 }));
    expect(refused).toMatchObject({
      status: 409,
      code: 'http.stale_version',
      details: { currentVersion: 2, givenVersion: 1, current: { name: '别人的名', version: 2 } },
    });
    expect(await names()).toContain('别人的名');
  });

  test('of an unknown field names it', async () => {
    const extra = { name: '塔', order: 'size' } as unknown as { name: string };
    const refused = await refusal(city.as('guest').call(listThings, extra));
    expect(refused).toMatchObject({ status: 422, code: 'http.invalid_input' });
    expect(refused.text).toContain('「排序」只能是：name、amount');
    expect(refused.details['fields']).toEqual([
      { path: '/order', label: '排序', text: '只能是：name、amount' },
    ]);
  });
});

describe('a defect', () => {
  test.each(['throw', 'answer'] as const)(
    'on %s answers with an incident and undoes the act',
    async (how) => {
      const refused = await refusal(city.as('clerk').call(breakDown, { how }));
      expect(refused).toMatchObject({ status: 500, code: 'http.defect' });
      expect(refused.text).not.toMatch(/cupboard|declaration/);
      const incident = String(refused.details['incident']);
      expect(refused.text).toContain(incident);
      const logged = lines.find((line) => line.includes(incident));
      expect(logged).toContain('"stack":"Error: ');
      expect(logged).toMatch(/cupboard is bare|outside its declaration: \/count/);
      expect(await names()).not.toContain(`坏了 ${how}`);
    },
  );
});

describe('what the log keeps of a request', () => {
  test('is its declared route, never what was asked for', async () => {
    await city.as('guest').call(listThings, { name: '13812345678' });
    expect(lines.at(-1)).toContain('"route":"/api/things"');
    expect(lines.join('')).not.toContain('13812345678');
  });
});

test('a server that cannot be reached is a refusal, too', async () => {
  const call = makeClient({ baseUrl: 'http://127.0.0.1:1', retryAfterMs: [1] });
  expect(await refusal(call(listThings, {}))).toMatchObject({ status: 0, code: 'client.unreachable' });
});
