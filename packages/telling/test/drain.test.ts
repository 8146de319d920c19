import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { disableAccount, scopeOf, systemActor } from '#access';
import { inScope, type Tx } from '#db';
import { asTableOwner, type TestDatabase } from '#db/testing';
import { newId } from '#kernel/id';
import { mailIdOf } from '../channels/email.ts';
import { gatherDigest } from '../gather-digest.ts';
import { messageIdOf } from '../message-id.ts';
import { endLease, leaseDue, listFailures, startAgain } from '../store/outward.ts';
import { tell } from '../tell.ts';
import { aTelling, cityId, groupId, inCity, morning, orgs, seat, tellingDatabase } from './support/a-city.ts';
import { headerOf, openMailServer, wordsOfMail } from './support/mail-server.ts';
import { aMailServer, anOpenChannel, choose, drain, later, openOutwardWorld } from './support/outward.ts';
import { openReceiver, type Receiver } from './support/receiver.ts';

let base: TestDatabase;
let receiver: Receiver;
let mail: Awaited<ReturnType<typeof openMailServer>>;
let mailChannel: string;
beforeAll(async () => {
  openOutwardWorld();
  [base, receiver, mail] = await Promise.all([tellingDatabase(), openReceiver(), openMailServer()]);
  mailChannel = await anOpenChannel(base.db, 'email', aMailServer(mail.port));
});
beforeEach(async () => {
  await asTableOwner(base.db, "update city.outward set state = 'dropped' where state = 'waiting'");
  receiver.received.length = 0;
  receiver.answers.length = 0;
  mail.mails.length = 0;
});
afterAll(async () => {
  await Promise.all([base.drop(), receiver.close(), mail.close()]);
});

const say = (more: Parameters<typeof aTelling>[0], now = morning) =>
  inCity(base.db, { now }, (city) => tell(city, aTelling(more)));
const system = <T>(work: (tx: Tx) => Promise<T>) => inScope(base.db, scopeOf(systemActor, cityId), work);
const stateOf = async (messageId: string) =>
  (
    await asTableOwner(
      base.db,
      'select state, attempts, last_error, next_at from city.outward where message_id = $1',
      [messageId],
    )
  )[0];

/** A webhook of the eastern district's group, opened anew. */
async function aGroup(more: Parameters<typeof anOpenChannel>[2] = {}) {
  await asTableOwner(base.db, "update city.telling_channel set enabled = false where kind <> 'email'");
  const address = { url: `${receiver.url}/in` };
  return anOpenChannel(base.db, 'webhook', {
    address,
    secret: { signing: 's' },
    orgIds: [orgs.east],
    ...more,
  });
}

async function aReader() {
  const account = await seat(base.db, 'leader');
  expect(await choose(base.db, account, { channels: [mailChannel] })).toBe(true);
  return account;
}

describe('what was told', () => {
  test('goes out by e-mail under the id of key, account and channel, without its text', async () => {
    const account = await aReader();
    await say({ key: 'one', to: [{ account }] });
    expect(await drain(base.db)).toBe(1);
    const messageId = messageIdOf(cityId, 'one', account, mailChannel);
    const [got, ...others] = mail.mails;
    expect(others).toEqual([]);
    if (!got) throw new Error('no mail came');
    expect(headerOf(got, 'message-id')).toBe(mailIdOf({ messageId, cityId }));
    expect(got.to).toEqual([`${account}@example.gov.cn`]);
    expect(wordsOfMail(got)).toContain('https://guatu.example.gov.cn/matters/m1');
    expect(wordsOfMail(got)).not.toContain('两个工作日');
    expect(await drain(base.db, later(60))).toBe(0);
  });

  test('goes to the group of an office addressed, or of a group it is in, and only to these', async () => {
    await aGroup({ orgIds: [], groupIds: [groupId] });
    await seat(base.db, 'district-reviewer', { orgId: orgs.east });
    await say({ key: 'east', to: [{ org: orgs.east }], title: '联系 13912345678 办理' });
    await say({ key: 'west', to: [{ org: orgs.west }] });
    expect(await drain(base.db)).toBe(1);
    expect(receiver.received.map(({ body }) => JSON.parse(body).title)).toEqual(['联系 139****5678 办理']);
  });

  test('does not go out when what happened is undone', async () => {
    await aGroup();
    const undone = inCity(base.db, {}, async (city) => {
      await tell(city, aTelling({ to: [{ org: orgs.east }] }));
      throw new Error('the act failed');
    });
    await expect(undone).rejects.toThrow('the act failed');
    expect(await drain(base.db)).toBe(0);
    expect(receiver.received).toEqual([]);
  });

  test('is not sent to an account disabled since, nor by a channel taken out of use', async () => {
    const account = await aReader();
    await say({ key: 'gone', to: [{ account }] });
    await inCity(base.db, {}, (city) => disableAccount(city, account));
    const channel = await aGroup();
    await say({ key: 'off', to: [{ org: orgs.east }] });
    await asTableOwner(base.db, 'update city.telling_channel set enabled = false where channel_id = $1', [
      channel,
    ]);
    expect(await drain(base.db)).toBe(0);
    expect(await stateOf(messageIdOf(cityId, 'gone', account, mailChannel))).toMatchObject({
      state: 'dropped',
    });
    expect(await stateOf(messageIdOf(cityId, 'off', null, channel))).toMatchObject({ state: 'failed' });
    expect(mail.mails).toEqual([]);
  });
});

describe('two instances', () => {
  test('that drain at the same time send each message once', async () => {
    const channel = await aGroup();
    const keys = Array.from({ length: 60 }, (_, n) => `both ${n}`);
    for (const key of keys) await say({ key, to: [{ org: orgs.east }] });
    const sent = await Promise.all([drain(base.db), drain(base.db), drain(base.db)]);
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(keys.length);
    const ids = receiver.received.map(({ headers }) => headers['x-guatu-message-id']);
    expect(ids.sort()).toEqual(keys.map((key) => messageIdOf(cityId, key, null, channel)).sort());
  });

  test('when one dies between deciding and sending, the other sends it after the lease, under the same id', async () => {
    const channel = await aGroup();
    await say({ key: 'killed', to: [{ org: orgs.east }] });
    const lease = { leaseId: newId<'lease'>(), channelId: channel, at: morning, until: later(5), limit: 10 };
    const [held] = await system((tx) => leaseDue(tx, lease));
    expect(await drain(base.db, later(4))).toBe(0);
    expect(await drain(base.db, later(5))).toBe(1);
    const messageId = messageIdOf(cityId, 'killed', null, channel);
    expect(held?.messageId).toBe(messageId);
    expect(receiver.received.map(({ headers }) => headers['x-guatu-message-id'])).toEqual([messageId]);
    // The one thought dead comes back and may not spoil what the other did.
    if (held) await system((tx) => endLease(tx, held, { state: 'failed', at: later(6), error: '迟到' }));
    expect(await stateOf(messageId)).toMatchObject({ state: 'sent', last_error: null });
  });

  test('when one dies between sending and writing it off, it is sent twice under one id', async () => {
    await aGroup();
    await say({ key: 'twice', to: [{ org: orgs.east }] });
    await drain(base.db);
    await asTableOwner(
      base.db,
      "update city.outward set state = 'waiting', lease_id = gen_random_uuid(), leased_until = $1 where key = 'twice'",
      [later(5)],
    );
    expect(await drain(base.db, later(6))).toBe(1);
    const ids = receiver.received.map(({ headers }) => headers['x-guatu-message-id']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});

describe('a receiver that fails', () => {
  test('three times is asked again later each time, with its failure to be seen, and gets it at last', async () => {
    const channel = await aGroup();
    await say({ key: 'hard', to: [{ org: orgs.east }] });
    receiver.answers.push({ status: 503 }, { status: 500 }, { status: 429 });
    const messageId = messageIdOf(cityId, 'hard', null, channel);
    let at = morning;
    for (const [n, minutes] of [1, 5, 15].entries()) {
      expect(await drain(base.db, at)).toBe(0);
      const { rows } = await inCity(base.db, {}, (city) => listFailures(city.tx, { limit: 9, offset: 0 }));
      const shown = rows.find((row) => row.messageId === messageId);
      expect(shown).toMatchObject({ state: 'waiting', attempts: n + 1, nextAt: later(minutes, at) });
      expect(shown?.lastError).toMatch(/没有收下消息（HTTP (503|500|429)）/);
      expect(await drain(base.db, later(minutes - 0.5, at))).toBe(0);
      at = later(minutes, at);
    }
    expect(receiver.received).toHaveLength(3);
    expect(await drain(base.db, at)).toBe(1);
    expect(await stateOf(messageId)).toMatchObject({ state: 'sent', attempts: 4, last_error: null });
  });

  test('for ever is given up, stays to be seen, and can be tried anew by hand', async () => {
    const channel = await aGroup({ quietFrom: 0, quietTo: 0 });
    await say({ key: 'never', to: [{ org: orgs.east }] });
    const messageId = messageIdOf(cityId, 'never', null, channel);
    receiver.answers.push(...Array.from({ length: 8 }, () => ({ status: 500 })));
    let at = morning;
    for (const minutes of [1, 5, 15, 60, 180, 360, 720, 0]) {
      await drain(base.db, at);
      at = later(minutes, at);
    }
    expect(await stateOf(messageId)).toMatchObject({ state: 'failed', attempts: 8 });
    expect(await drain(base.db, later(10_000, at))).toBe(0);
    expect(await inCity(base.db, {}, (city) => startAgain(city.tx, messageId, at))).toBe(true);
    expect(await drain(base.db, at)).toBe(1);
    expect(await inCity(base.db, {}, (city) => startAgain(city.tx, messageId, at))).toBe(false);
  });

  test('is not asked for all that waits at once', async () => {
    await aGroup();
    for (let n = 0; n < 12; n += 1) await say({ key: `flood ${n}`, to: [{ org: orgs.east }] });
    receiver.answers.push(...Array.from({ length: 12 }, () => ({ status: 500 })));
    expect(await drain(base.db)).toBe(0);
    expect(receiver.received).toHaveLength(5);
    receiver.answers.length = 0;
    expect(await drain(base.db)).toBe(7);
    expect(await drain(base.db, later(1))).toBe(5);
  });

  test('does not hold up what goes elsewhere', async () => {
    const account = await aReader();
    await aGroup();
    receiver.answers.push({ status: 500 });
    await say({ key: 'aside', to: [{ org: orgs.east }, { account }] });
    expect(await drain(base.db)).toBe(1);
    expect(mail.mails).toHaveLength(1);
  });
});

describe('at night', () => {
  const night = new Date('2023-05-08T15:00:00Z');
  const dawn = new Date('2023-05-08T23:00:00Z');

  test('only what is urgent leaves; the rest does in the morning', async () => {
    await aGroup();
    await say({ key: 'calm', to: [{ org: orgs.east }] }, night);
    await say({ key: 'grave', to: [{ org: orgs.east }], urgency: 'urgent' }, night);
    expect(await drain(base.db, night)).toBe(1);
    expect(await drain(base.db, dawn)).toBe(1);
    expect(receiver.received.map(({ body }) => JSON.parse(body).urgency)).toEqual(['urgent', 'normal']);
  });

  test('a message put off by a failure does not come due, nor is the night counted as an attempt', async () => {
    const channel = await aGroup();
    await say({ key: 'late', to: [{ org: orgs.east }] });
    receiver.answers.push({ status: 500 });
    await drain(base.db, morning);
    expect(await drain(base.db, night)).toBe(0);
    const messageId = messageIdOf(cityId, 'late', null, channel);
    expect(await stateOf(messageId)).toMatchObject({ state: 'waiting', attempts: 1, next_at: dawn });
    expect(await drain(base.db, dawn)).toBe(1);
  });
});

test('a digest is one message of the day for what waited, made once by two who gather', async () => {
  const account = await aReader();
  await choose(base.db, account, { digest: true, digestHour: 8 });
  const hour = new Date('2023-05-09T00:00:00Z');
  for (const key of ['d1', 'd2', 'd3']) await say({ key, to: [{ account }] });
  await say({ key: 'd4', to: [{ account }], urgency: 'urgent' });
  expect(await drain(base.db)).toBe(1);
  expect(await gatherDigest(base.db, cityId, later(60))).toBe(0);
  const made = await Promise.all([gatherDigest(base.db, cityId, hour), gatherDigest(base.db, cityId, hour)]);
  expect(made.sort()).toEqual([0, 1]);
  mail.mails.length = 0;
  expect(await drain(base.db, hour)).toBe(1);
  const [got] = mail.mails;
  expect(got && wordsOfMail(got)).toContain('您有 3 条新消息');
  expect(got && wordsOfMail(got)).toContain('https://guatu.example.gov.cn/inbox');
});
