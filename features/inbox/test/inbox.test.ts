import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveCity } from '#db';
import { runIfDue } from '#jobs';
import {
  defineTellingKinds,
  setOutwardWorld,
  type Telling,
  tell,
  tellingJobs,
  tellingMigrations,
} from '#telling';
import { identityServer, orgs } from '../../identity/test/support/a-server.ts';
import * as contract from '../contract.ts';
import { inboxRoutes } from '../routes.ts';

type Server = Awaited<ReturnType<typeof identityServer>>;
type Person = Awaited<ReturnType<Server['person']>>;

defineTellingKinds({ 'story.reminder': '催办' });

const keyFolder = mkdtempSync(join(tmpdir(), 'guatu-inbox-'));
let server: Server;
let admin: Person;
let reviewer: Person;
let leader: Person;
let group: { readonly url: string; readonly titles: string[]; answer: number; close(): void };

beforeAll(async () => {
  setOutwardWorld({ keyFolder, origin: 'https://guatu.example.gov.cn', allowedTargets: ['127.0.0.1'] });
  server = await identityServer(() => inboxRoutes, [tellingMigrations]);
  await server.inCity((city) => saveCity(city.tx, 'tiny', '小城市'));
  admin = await server.person('admin', { role: 'system-admin' });
  reviewer = await server.person('reviewer', { role: 'district-reviewer', orgId: orgs.east });
  leader = await server.person('leader', { role: 'leader' });
  group = await openGroup();
});
afterAll(async () => {
  group.close();
  await server.close();
  rmSync(keyFolder, { recursive: true, force: true });
});

/** What a group's robot would show. */
async function openGroup(): Promise<typeof group> {
  const titles: string[] = [];
  const state = { answer: 200 };
  const http = createServer(async (request, answer) => {
    let body = '';
    for await (const part of request) body += part;
    titles.push(JSON.parse(body).title);
    answer.writeHead(state.answer).end('{}');
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/in`;
  return Object.assign(state, { url, titles, close: () => void http.close() });
}

let count = 0;
const say = (more: Partial<Telling> & Pick<Telling, 'to'>) =>
  server.inCity((city) =>
    tell(city, {
      key: `story ${++count}`,
      title: `第 ${count} 条`,
      text: '用地手续还剩两个工作日。',
      about: { object: 'matter', objectId: 'm1', path: '/matters/m1' },
      urgency: 'normal',
      kind: 'story.reminder',
      ...more,
    }),
  );
const unreadOf = async (person: Person) => (await person.call(contract.countMessages, {})).unread;
const jobs = () =>
  Promise.all(tellingJobs.map((job) => runIfDue(server.db, { ...job, everySeconds: 0.001 })));
const hours = { quietFrom: 0, quietTo: 0 };
const webhook = () => ({
  ...{
    kind: 'webhook' as const,
    name: `东区群${++count}`,
    enabled: true,
    address: { url: group.url },
    ...hours,
  },
  ...{ signing: '约定', orgIds: [orgs.east], groupIds: [], roles: [] },
});

describe('the inbox', () => {
  test('shows unread first, counts them, and marks what was seen', async () => {
    for (let n = 0; n < 3; n += 1) await say({ to: [{ account: leader.accountId }] });
    const list = () => leader.call(contract.listMessages, {});
    const { rows, total, unread } = await list();
    expect([total, unread]).toEqual([3, 3]);
    expect(rows[0]).toMatchObject({ kindName: '催办', urgency: 'normal', path: '/matters/m1', readAt: null });
    expect(await unreadOf(leader)).toBe(3);
    const newest = rows[0]?.inboxId;
    if (!newest) throw new Error('no message');
    expect(await leader.call(contract.readMessages, { inboxIds: [newest] })).toEqual({ marked: 1 });
    expect((await list()).rows.at(-1)?.inboxId).toBe(newest);
    await say({ to: [{ account: leader.accountId }] });
    // What came after the list was read is not marked unseen.
    const tooMany = leader.call(contract.readAllMessages, { unread: 2 });
    await expect(tooMany).rejects.toMatchObject({ status: 409, code: 'telling.newer_message' });
    expect(await unreadOf(leader)).toBe(3);
    expect(await leader.call(contract.readAllMessages, { unread: 3 })).toEqual({ marked: 3 });
    await say({ to: [{ account: leader.accountId }] });
    expect((await leader.call(contract.listMessages, { unread: true })).total).toBe(1);
  });

  test('is closed to everybody else', async () => {
    const { rows } = await leader.call(contract.listMessages, {});
    const inboxIds = rows.map(({ inboxId }) => inboxId);
    expect((await admin.call(contract.listMessages, {})).total).toBe(0);
    expect(await admin.call(contract.readMessages, { inboxIds })).toEqual({ marked: 0 });
    expect(await unreadOf(leader)).toBe(1);
    const outside = server.browser().call(contract.listMessages, {});
    await expect(outside).rejects.toMatchObject({ status: 401 });
  });
});

test('settings are saved on the version seen; the second window is shown what the first one saved', async () => {
  const { settings, kinds } = await leader.call(contract.viewSettings, {});
  expect(settings).toMatchObject({ version: 0, quietFrom: 22, quietTo: 7, digest: false });
  expect(kinds).toContainEqual({ kind: 'story.reminder', name: '催办' });
  const { version, ...choice } = settings;
  const save = (more: object, expectedVersion: number) =>
    leader.call(contract.saveSettings, { ...choice, ...more, expectedVersion });
  await save({ digest: true }, version);
  await expect(save({ digestHour: 9 }, version)).rejects.toMatchObject({
    ...{ status: 409, code: 'http.stale_version' },
    details: { currentVersion: 1, current: { digest: true, version: 1 } },
  });
  await save({ digestHour: 9 }, 1);
  expect((await leader.call(contract.viewSettings, {})).settings).toMatchObject({
    version: 2,
    digestHour: 9,
  });
  await expect(save({ email: '李明' }, 2)).rejects.toMatchObject({ code: 'telling.email_malformed' });
});

describe('the system administrator', () => {
  test('opens a channel, tries it, sees no secret of it, and the group is told', async () => {
    const { channelId } = await admin.call(contract.createChannel, webhook());
    const [channel] = await admin.call(contract.listChannels, {});
    expect(channel).toMatchObject({ channelId, secret: 'kept', version: 1 });
    expect(JSON.stringify(channel)).not.toContain('约定');
    expect(await admin.call(contract.tryChannel, { id: channelId })).toEqual({ error: null });
    expect(group.titles.pop()).toContain('渠道测试');
    await say({ to: [{ org: orgs.east }], title: '给东区' });
    await jobs();
    expect(group.titles).toEqual(['给东区']);
    expect(await unreadOf(reviewer)).toBe(1);
  });

  test('edits it on the version seen, and is refused an address inside', async () => {
    const [channel] = await admin.call(contract.listChannels, {});
    if (!channel) throw new Error('no channel');
    const { channelId: id, version, kind: _, secret: _s, ...settings } = channel;
    const edit = (more: object) => admin.call(contract.editChannel, { id, version, ...settings, ...more });
    await edit({ name: '东区工作群' });
    await expect(edit({ name: '另名' })).rejects.toMatchObject({ status: 409, code: 'http.stale_version' });
    const inside = { ...webhook(), address: { url: 'http://10.1.2.3/in' } };
    await expect(admin.call(contract.createChannel, inside)).rejects.toMatchObject({
      ...{ status: 422, code: 'telling.target_refused' },
      text: expect.stringContaining('outward_targets'),
    });
  });

  test('sees what failed without its words, and sends it again', async () => {
    group.titles.length = 0;
    group.answer = 503;
    await say({ to: [{ org: orgs.east }], title: '未送到' });
    await jobs();
    const { rows } = await admin.call(contract.listFailures, {});
    const [failure] = rows;
    expect(rows).toMatchObject([
      { channelName: '东区工作群', accountName: null, state: 'waiting', attempts: 1 },
    ]);
    expect(failure?.lastError).toContain('HTTP 503');
    expect(JSON.stringify(rows)).not.toContain('未送到');
    group.answer = 200;
    const id = failure?.messageId ?? '';
    await admin.call(contract.sendAgain, { id });
    await jobs();
    expect(group.titles).toEqual(['未送到', '未送到']);
    await expect(admin.call(contract.sendAgain, { id })).rejects.toMatchObject({
      code: 'telling.no_failed_message',
    });
  });

  test('sees whom nobody stands for, in words, until it is dealt with', async () => {
    await say({ to: [{ org: orgs.west, roles: ['district-reviewer'] }, { role: 'secretary' }] });
    const list = () => admin.call(contract.listUnreached, {});
    const listed = await list();
    expect(listed.map(({ addressee }) => addressee).sort()).toEqual([
      '单位：西区（区市县审核员）',
      '角色：服务秘书',
    ]);
    for (const { unreachedId: id } of listed) await admin.call(contract.settleUnreached, { id });
    expect(await list()).toEqual([]);
  });

  test('is the only one to do so', async () => {
    for (const person of [leader, reviewer]) {
      const denied = { status: 403, code: 'access.denied' };
      await expect(person.call(contract.listChannels, {})).rejects.toMatchObject(denied);
      await expect(person.call(contract.createChannel, webhook())).rejects.toMatchObject(denied);
      await expect(person.call(contract.listFailures, {})).rejects.toMatchObject(denied);
    }
  });
});
