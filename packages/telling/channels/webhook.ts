import { createHmac } from 'node:crypto';
import type { ChannelSecret } from '../channel.ts';
import type { OutwardMessage } from './message.ts';
import { ensureTaken, post } from './post.ts';

/** HMAC-SHA256 over the time in seconds, a dot and the body, as hexadecimal digits. */
export function webhookSignature(timestamp: string, body: string, secret: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

/** Hands a message to another system, which knows it by its id and us by the signature. */
export async function sendToWebhook(
  url: string,
  secret: ChannelSecret,
  message: OutwardMessage,
  how: { readonly at: Date; readonly allowed: readonly string[] },
): Promise<void> {
  const timestamp = String(Math.floor(how.at.getTime() / 1000));
  const body = JSON.stringify(message);
  const signature = webhookSignature(timestamp, body, secret.signing ?? '');
  const headers = {
    'x-guatu-message-id': message.messageId,
    'x-guatu-timestamp': timestamp,
    'x-guatu-signature': `sha256=${signature}`,
  };
  const address = new URL(url);
  address.search = secret.query ?? '';
  ensureTaken(await post(address, body, headers, how.allowed));
}
