import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Mail = { readonly to: readonly string[]; readonly raw: string };

/** A real SMTP server in this process: user `guatu`, password `Mail-2026`. */
export async function openMailServer() {
  const mails: Mail[] = [];
  const refused = new Map<string, number>();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, told) =>
      username === 'guatu' && password === 'Mail-2026'
        ? told(null, { user: username })
        : told(new Error('wrong password')),
    onRcptTo: ({ address }, _session, told) => {
      const responseCode = refused.get(address);
      if (responseCode) told(Object.assign(new Error('refused'), { responseCode }));
      else told();
    },
    onData: (stream, { envelope }, told) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, raw: Buffer.concat(parts).toString('utf8') });
        told();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    mails,
    /** Addresses that the server does not take, with the number it answers. */
    refused,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

/** One header of a mail, unfolded. */
export function headerOf({ raw }: Mail, name: string): string | undefined {
  const head = (raw.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ');
  return head
    .split('\r\n')
    .find((line) => line.toLowerCase().startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim();
}

/** The words of a mail of one part. */
export function wordsOfMail(mail: Mail): string {
  const body = mail.raw.slice(mail.raw.indexOf('\r\n\r\n') + 4);
  const encoding = headerOf(mail, 'content-transfer-encoding');
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return Buffer.from(
    body
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
}
