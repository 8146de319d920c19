import type { ChannelSecret } from '../channel.ts';
import { type OutwardMessage, wordsOf } from './message.ts';
import { post } from './post.ts';
import { ensureRobotTook } from './robot.ts';

const explained = {
  93000: '企业微信机器人的 key 无效，请重新复制完整地址',
  45009: '企业微信限制了发送频率，将再次发送',
} as const;

/** A robot of WeCom knows its callers by the key in the address alone. */
export async function sendToWecom(
  url: string,
  secret: ChannelSecret,
  message: OutwardMessage,
  how: { readonly allowed: readonly string[] },
): Promise<void> {
  const address = new URL(url);
  if (secret.token) address.searchParams.set('key', secret.token);
  const body = JSON.stringify({ msgtype: 'text', text: { content: wordsOf(message) } });
  const headers = { 'x-guatu-message-id': message.messageId };
  ensureRobotTook(await post(address, body, headers, how.allowed), explained);
}
