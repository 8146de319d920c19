import type { InputOf } from '#http/client';
import type { createChannel } from '../contract.ts';
import type { Channel } from './channel-table.tsx';

export type Draft = Omit<InputOf<typeof createChannel>, 'address'> & {
  readonly mail: { host: string; port: number; secure: boolean; user: string; from: string };
  readonly url: string;
};

const noMail = { host: '', port: 465, secure: true, user: '', from: '' };

/** The form as it opens: of a channel that stands, all but its secrets. */
export function draftOf(channel: Channel | undefined): Draft {
  if (!channel)
    return {
      ...{ kind: 'email', name: '', enabled: true, mail: noMail, url: '' },
      ...{ orgIds: [], groupIds: [], roles: [], quietFrom: 22, quietTo: 7 },
    };
  const { address, channelId: _, secret: _s, version: _v, ...settings } = channel;
  return {
    ...settings,
    mail: 'host' in address ? { ...address } : noMail,
    url: 'url' in address ? address.url : '',
  };
}

/** What is sent of it. */
export function inputOf({ mail, url, password, signing, ...settings }: Draft): InputOf<typeof createChannel> {
  return {
    ...settings,
    address: settings.kind === 'email' ? mail : { url },
    ...(password ? { password } : {}),
    ...(signing ? { signing } : {}),
  };
}

export function isFilled({ kind, name, mail, url }: Draft): boolean {
  const led = kind === 'email' ? mail.host.trim() !== '' && mail.from.trim() !== '' : url.trim() !== '';
  return name.trim() !== '' && led;
}
