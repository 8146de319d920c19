import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dingtalkSignature, sendToDingtalk } from '../channels/dingtalk.ts';
import { mailIdOf, sendByEmail } from '../channels/email.ts';
import type { OutwardMessage } from '../channels/message.ts';
import { sendToWebhook } from '../channels/webhook.ts';
import { sendToWecom } from '../channels/wecom.ts';
import { headerOf, openMailServer, wordsOfMail } from './support/mail-server.ts';
import { openReceiver, type Receiver } from './support/receiver.ts';

const at = new Date('2023-05-08T01:00:00Z');
const how = { at, allowed: ['127.0.0.1'] };
const message: OutwardMessage = {
  messageId: '0123456789abcdef0123456789abcdef',
  cityId: 210200,
  kind: 'test.reminder',
  urgency: 'urgent',
  title: '项目问题即将到期',
  url: 'https://guatu.example.gov.cn/matters/m1',
};
const words =
  '【挂图·紧急】项目问题即将到期\nhttps://guatu.example.gov.cn/matters/m1\n（请登录系统查看详情。消息编号 01234567）';

let receiver: Receiver;
beforeAll(async () => {
  receiver = await openReceiver();
});
afterEach(() => {
  receiver.received.length = 0;
  receiver.answers.length = 0;
});
afterAll(() => receiver.close());

describe('DingTalk', () => {
  const url = () => `${receiver.url}/robot/send`;
  const secret = { token: 'robot-token', signing: 'SECsecret' };

  test('signs time and secret as its documentation computes it', () => {
    // openssl: printf '1683507600000\nSECsecret' | openssl dgst -sha256 -hmac SECsecret -binary | base64
    expect(dingtalkSignature('1683507600000', 'SECsecret')).toBe(
      'noApguhUHfvDhKH6TuIOZ0pBIM0yEobrNhEoC6/aJPM=',
    );
  });

  test('takes title and link with the token and a signature the receiver can check', async () => {
    await sendToDingtalk(url(), secret, message, how);
    const [got] = receiver.received;
    const query = got?.url.searchParams;
    expect(query?.get('access_token')).toBe('robot-token');
    const time = query?.get('timestamp') ?? '';
    expect(time).toBe(String(at.getTime()));
    const wanted = createHmac('sha256', 'SECsecret').update(`${time}\nSECsecret`).digest('base64');
    expect(query?.get('sign')).toBe(wanted);
    expect(JSON.parse(got?.body ?? '')).toEqual({ msgtype: 'text', text: { content: words } });
    expect(got?.headers['x-guatu-message-id']).toBe(message.messageId);
  });

  test.each([
    ['{"errcode":310000,"errmsg":"sign not match"}', '加签密钥'],
    ['{"errcode":130101,"errmsg":"too fast"}', '错误码 130101'],
    ['<html>', '不像群机器人接口'],
  ])('that answers %s has not taken the message', async (body, told) => {
    receiver.answers.push({ status: 200, body });
    await expect(sendToDingtalk(url(), secret, message, how)).rejects.toThrow(told);
  });
});

test('WeCom takes title and link with its key', async () => {
  await sendToWecom(`${receiver.url}/cgi-bin/webhook/send`, { token: 'the-key' }, message, how);
  const [got] = receiver.received;
  expect(got?.url.searchParams.get('key')).toBe('the-key');
  expect(JSON.parse(got?.body ?? '')).toEqual({ msgtype: 'text', text: { content: words } });
  receiver.answers.push({ status: 200, body: '{"errcode":93000}' });
  await expect(sendToWecom(receiver.url, { token: 'wrong' }, message, how)).rejects.toThrow('key 无效');
});

describe('a webhook', () => {
  const secret = { signing: 'agreed-secret', query: '?way=guatu' };

  test('carries its id, its time and a signature over time and body', async () => {
    await sendToWebhook(`${receiver.url}/in`, secret, message, how);
    const [got] = receiver.received;
    const time = String(got?.headers['x-guatu-timestamp']);
    const wanted = createHmac('sha256', 'agreed-secret').update(`${time}.${got?.body}`).digest('hex');
    expect(got?.headers['x-guatu-signature']).toBe(`sha256=${wanted}`);
    expect(got?.headers['x-guatu-message-id']).toBe(message.messageId);
    expect(time).toBe('1683507600');
    expect(got?.url.search).toBe('?way=guatu');
    expect(JSON.parse(got?.body ?? '')).toEqual(message);
  });

  test.each([
    [500, 'HTTP 500', false],
    [404, 'HTTP 404', false],
    [302, '直接填写最终地址', true],
  ])('that answers %i has not taken it, and no redirection is followed', async (status, told, lasting) => {
    receiver.answers.push({ status });
    const sending = sendToWebhook(`${receiver.url}/in`, secret, message, how);
    await expect(sending).rejects.toMatchObject({ message: expect.stringContaining(told), lasting });
    expect(receiver.received).toHaveLength(1);
  });

  test('that is not there is told in words', async () => {
    const gone = await openReceiver();
    await gone.close();
    await expect(sendToWebhook(gone.url, secret, message, how)).rejects.toThrow('对方拒绝连接');
  });
});

describe('e-mail', () => {
  let mail: Awaited<ReturnType<typeof openMailServer>>;
  beforeAll(async () => {
    mail = await openMailServer();
  });
  afterAll(() => mail.close());
  const server = () => ({
    host: '127.0.0.1',
    port: mail.port,
    secure: false,
    user: 'guatu',
    from: 'guatu@example.gov.cn',
  });
  const secret = { password: 'Mail-2026' };

  test('arrives with the id of the message, its title and its link, and nothing else', async () => {
    await sendByEmail(server(), secret, 'li@example.gov.cn', message, how);
    const [got] = mail.mails;
    if (!got) throw new Error('no mail came');
    expect(got.to).toEqual(['li@example.gov.cn']);
    expect(headerOf(got, 'message-id')).toBe('<0123456789abcdef0123456789abcdef@210200.guatu>');
    expect(headerOf(got, 'message-id')).toBe(mailIdOf(message));
    expect(headerOf(got, 'from')).toContain('<guatu@example.gov.cn>');
    expect(wordsOfMail(got).trim().replaceAll('\r\n', '\n')).toBe(words);
  });

  test('fails in words: wrong password, an address refused for now or for ever, none given', async () => {
    const to = 'li@example.gov.cn';
    const wrong = sendByEmail(server(), { password: 'no' }, to, message, how);
    await expect(wrong).rejects.toThrow('登录被拒绝');
    mail.refused.set('gone@example.gov.cn', 550).set('full@example.gov.cn', 450);
    const gone = sendByEmail(server(), secret, 'gone@example.gov.cn', message, how);
    await expect(gone).rejects.toMatchObject({
      message: expect.stringContaining('拒收（550）'),
      lasting: true,
    });
    const full = sendByEmail(server(), secret, 'full@example.gov.cn', message, how);
    await expect(full).rejects.toMatchObject({ message: expect.stringContaining('（450）'), lasting: false });
    await expect(sendByEmail(server(), secret, null, message, how)).rejects.toThrow('没有填写邮箱');
    expect(mail.mails).toHaveLength(1);
  });
});
