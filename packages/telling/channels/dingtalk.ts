import { createHmac } from 'node:crypto';
import type { ChannelSecret } from '../channel.ts';
import { type OutwardMessage, wordsOf } from './message.ts';
import { post } from './post.ts';
import { ensureRobotTook } from './robot.ts';

const explained = {
  310000: '钉钉机器人的安全设置不符：请核对加签密钥，或把关键词设为“挂图”',
  300005: '钉钉机器人的 access_token 不存在，请重新复制完整地址',
  410100: '钉钉限制了发送频率，将再次发送',
} as const;

/** The signature a robot of DingTalk asks for: HMAC-SHA256 of time and secret, keyed with the secret. */
export function dingtalkSignature(timestamp: string, secret: string): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
}

export async function sendToDingtalk(
  url: string,
  secret: ChannelSecret,
  message: OutwardMessage,
  how: { readonly at: Date; readonly allowed: readonly string[] },
): Promise<void> {
  const address = new URL(url);
  if (secret.token) address.searchParams.set('access_token', secret.token);
  if (secret.signing) {
    const timestamp = String(how.at.getTime());
    address.searchParams.set('timestamp', timestamp);
    address.searchParams.set('sign', dingtalkSignature(timestamp, secret.signing));
  }
  const body = JSON.stringify({ msgtype: 'text', text: { content: wordsOf(message) } });
  const headers = { 'x-guatu-message-id': message.messageId };
  ensureRobotTook(await post(address, body, headers, how.allowed), explained);
}
