import { sendToDingtalk } from './channels/dingtalk.ts';
import { sendByEmail } from './channels/email.ts';
import type { OutwardMessage } from './channels/message.ts';
import { sendToWebhook } from './channels/webhook.ts';
import { sendToWecom } from './channels/wecom.ts';
import { outwardWorld } from './outward-world.ts';
import { openSecret } from './seal.ts';
import { SendFailure } from './send-failure.ts';
import type { StoredChannel } from './store/channel.ts';

/** Hands one message to one channel; throws a `SendFailure` where it was not taken. */
export async function send(
  channel: StoredChannel,
  message: OutwardMessage,
  to: string | null,
  at: Date,
): Promise<void> {
  const secret = await openSecret(channel.channelId, channel.sealed);
  if (!secret)
    throw new SendFailure('渠道的密钥在这台服务器上解不开，请由系统管理员重新填写密码或密钥', {
      lasting: true,
    });
  const { address, kind } = channel;
  const how = { at, allowed: outwardWorld().allowedTargets };
  if ('host' in address) return sendByEmail(address, secret, to, message, how);
  if (kind === 'dingtalk') return sendToDingtalk(address.url, secret, message, how);
  if (kind === 'wecom') return sendToWecom(address.url, secret, message, how);
  return sendToWebhook(address.url, secret, message, how);
}
