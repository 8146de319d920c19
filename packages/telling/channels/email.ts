import { createTransport } from 'nodemailer';
import type { ChannelAddress, ChannelSecret } from '../channel.ts';
import { failureOf, SendFailure } from '../send-failure.ts';
import { checkTarget } from '../target.ts';
import { type OutwardMessage, wordsOf } from './message.ts';

const timeoutMs = 10_000;

type MailServer = Extract<ChannelAddress, { readonly host: string }>;

/** The id a mail carries at every attempt: mail programs show a mail that comes twice once. */
export function mailIdOf({ messageId, cityId }: Pick<OutwardMessage, 'messageId' | 'cityId'>): string {
  return `<${messageId}@${cityId}.guatu>`;
}

export async function sendByEmail(
  server: MailServer,
  secret: ChannelSecret,
  to: string | null,
  message: OutwardMessage,
  how: { readonly allowed: readonly string[] },
): Promise<void> {
  if (!to) throw new SendFailure('收件人没有填写邮箱地址', { lasting: true });
  const { host, address } = await checkTarget(server.host, how.allowed);
  const transport = createTransport({
    host: address,
    port: server.port,
    secure: server.secure,
    tls: { servername: host },
    ...(server.user ? { auth: { user: server.user, pass: secret.password ?? '' } } : {}),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      messageId: mailIdOf(message),
      from: { name: '挂图', address: server.from },
      to: { name: '', address: to },
      subject: message.title,
      text: wordsOf(message),
      ...(message.urgency === 'urgent' ? { priority: 'high' as const } : {}),
      headers: { 'auto-submitted': 'auto-generated' },
    });
  } catch (error) {
    throw failureOf(error);
  } finally {
    transport.close();
  }
}
