import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asTableOwner, type TestDatabase } from '#db/testing';
import type { ChannelKind } from '../channel.ts';
import type { ChannelDraft } from '../channel-draft.ts';
import { channelView } from '../channel-view.ts';
import { addChannel, changeChannel, channelToChange } from '../keep-channel.ts';
import { openSecret } from '../seal.ts';
import { findChannel } from '../store/channel.ts';
import { testChannel } from '../test-channel.ts';
import { inCity, seat, tellingDatabase } from './support/a-city.ts';
import { openMailServer } from './support/mail-server.ts';
import { aDraft, aMailServer, anOpenChannel, choose, openOutwardWorld } from './support/outward.ts';
import { openReceiver } from './support/receiver.ts';

let base: TestDatabase;
let keyFolder: string;
beforeAll(async () => {
  base = await tellingDatabase();
  keyFolder = openOutwardWorld();
});
afterAll(() => base.drop());

const stored = (id: string) => inCity(base.db, {}, (city) => findChannel(city.tx, id));
async function secretOf(id: string) {
  return openSecret(id, (await stored(id))?.sealed ?? null);
}
const change = (id: string, draft: ChannelDraft) =>
  inCity(base.db, {}, async (city) => changeChannel(city, await channelToChange(city, id), draft));

describe('what opens a channel', () => {
  test('is taken out of the address, sealed, and never shown', async () => {
    const url = 'http://127.0.0.1:9/robot/send?access_token=very-secret';
    const id = await anOpenChannel(base.db, 'dingtalk', { address: { url }, secret: { signing: 'SECabc' } });
    const kept = await stored(id);
    if (!kept) throw new Error('no channel');
    expect(JSON.stringify(await channelView(kept))).not.toMatch(/very-secret|SECabc|sealed/);
    expect(await channelView(kept)).toMatchObject({
      address: { url: 'http://127.0.0.1:9/robot/send' },
      secret: 'kept',
    });
    const [row] = await asTableOwner(
      base.db,
      'select t::text as row from city.telling_channel t where channel_id = $1',
      [id],
    );
    expect(row?.['row']).not.toMatch(/very-secret|SECabc/);
    expect(await secretOf(id)).toEqual({ token: 'very-secret', signing: 'SECabc' });
    expect(statSync(join(keyFolder, 'telling.key')).mode & 0o777).toBe(0o600);
  });

  test('stays when the rest is edited, and must be given again for another address', async () => {
    const server = aMailServer(2525);
    const id = await anOpenChannel(base.db, 'email', server);
    const draft = aDraft({ ...server, secret: {}, name: '市政府邮箱' });
    await change(id, draft);
    expect(await secretOf(id)).toEqual({ password: 'Mail-2026' });
    expect((await stored(id))?.version).toBe(2);
    const elsewhere = { ...aMailServer(2526).address } as ChannelDraft['address'];
    await expect(change(id, { ...draft, address: elsewhere })).rejects.toMatchObject({
      code: 'telling.secret_missing',
    });
    await change(id, { ...draft, address: elsewhere, secret: { password: 'new' } });
    expect(await secretOf(id)).toEqual({ password: 'new' });
  });

  test('is not readable with another key, nor as that of another channel, and says so', async () => {
    const id = await anOpenChannel(base.db, 'webhook', {
      address: { url: 'http://127.0.0.1:9/in' },
      secret: { signing: 's' },
    });
    const kept = await stored(id);
    if (!kept) throw new Error('no channel');
    expect(await openSecret('01890000-0000-7000-8000-00000000ffff', kept.sealed)).toBeUndefined();
    openOutwardWorld();
    expect(await channelView(kept)).toMatchObject({ secret: 'unreadable' });
    const { error } = await inCity(base.db, {}, (city) => testChannel(city, id, undefined));
    expect(error).toContain('重新填写密码或密钥');
    keyFolder = openOutwardWorld();
  });
});

describe('a channel is refused', () => {
  const url = 'http://127.0.0.1:9/in';
  test.each<[string, ChannelKind, Partial<ChannelDraft>]>([
    ['telling.url_malformed', 'webhook', { address: { url: 'ftp://127.0.0.1/' } }],
    ['telling.url_malformed', 'webhook', { address: { url: 'http://me:word@127.0.0.1/' } }],
    ['telling.url_malformed', 'dingtalk', { address: { url: '钉钉群' } }],
    ['telling.secret_missing', 'webhook', { address: { url } }],
    ['telling.secret_missing', 'dingtalk', { address: { url } }],
    ['telling.secret_missing', 'wecom', { address: { url: `${url}?access_token=x` } }],
    ['telling.secret_missing', 'email', { ...aMailServer(25, '') }],
    [
      'telling.target_refused',
      'webhook',
      { address: { url: 'http://10.0.0.8/in' }, secret: { signing: 's' } },
    ],
    [
      'telling.target_refused',
      'email',
      { address: { host: '192.168.1.9', port: 25, secure: false, user: '', from: 'a@b.cn' } },
    ],
    [
      'telling.email_malformed',
      'email',
      { address: { host: '127.0.0.1', port: 25, secure: false, user: '', from: '市政府' } },
    ],
  ])('with %s: %s %j', async (code, kind, draft) => {
    await expect(anOpenChannel(base.db, kind, draft)).rejects.toMatchObject({ code });
  });

  test('under the name of another', async () => {
    const draft = aDraft({ name: '同名', ...aMailServer(25) });
    await inCity(base.db, {}, (city) => addChannel(city, 'email', draft));
    const again = inCity(base.db, {}, (city) => addChannel(city, 'email', draft));
    await expect(again).rejects.toMatchObject({ code: 'telling.channel_name_taken' });
  });
});

describe('the test of a channel', () => {
  test('sends one message as the channel is saved, or says why it could not', async () => {
    const receiver = await openReceiver();
    const id = await anOpenChannel(base.db, 'wecom', { address: { url: `${receiver.url}/send?key=k` } });
    const tried = () => inCity(base.db, {}, (city) => testChannel(city, id, undefined));
    expect(await tried()).toEqual({ error: null });
    expect(receiver.received[0]?.url.searchParams.get('key')).toBe('k');
    expect(receiver.received[0]?.body).toContain('渠道测试');
    await receiver.close();
    expect(await tried()).toEqual({ error: expect.stringContaining('对方拒绝连接') });
  });

  test('by e-mail goes to the address given', async () => {
    const mail = await openMailServer();
    const id = await anOpenChannel(base.db, 'email', aMailServer(mail.port));
    const to = (address?: string) => inCity(base.db, {}, (city) => testChannel(city, id, address));
    await expect(to()).rejects.toMatchObject({ code: 'telling.email_missing' });
    expect(await to('admin@example.gov.cn')).toEqual({ error: null });
    expect(mail.mails.map((one) => one.to)).toEqual([['admin@example.gov.cn']]);
    await mail.close();
  });
});

test('a choice is made on the version seen, with an address, of channels that are offered', async () => {
  const account = await seat(base.db, 'leader');
  const id = await anOpenChannel(base.db, 'email', aMailServer(25));
  const robot = await anOpenChannel(base.db, 'wecom', { address: { url: 'http://127.0.0.1:9/send?key=k' } });
  expect(await choose(base.db, account, { channels: [id] })).toBe(true);
  expect(await choose(base.db, account, { channels: [id], version: 0 })).toBe(false);
  expect(await choose(base.db, account, { channels: [], digest: true })).toBe(true);
  const none = choose(base.db, account, { channels: [id], email: ' ' });
  await expect(none).rejects.toMatchObject({ code: 'telling.email_missing' });
  const group = choose(base.db, account, { channels: [robot] });
  await expect(group).rejects.toMatchObject({ code: 'telling.no_such_channel' });
});
