import './refusals.ts';
import { ensure, Refusal } from '#kernel/refusal';
import type { ChannelAddress, ChannelKind, ChannelSecret } from './channel.ts';
import { emailText } from './email-text.ts';
import { outwardWorld } from './outward-world.ts';
import { SendFailure } from './send-failure.ts';
import { checkTarget } from './target.ts';

/** What is given of a channel on screen. A secret left out is kept as long as the address stays the same. */
export type ChannelDraft = {
  readonly name: string;
  readonly enabled: boolean;
  readonly address: ChannelAddress;
  readonly secret: Pick<ChannelSecret, 'password' | 'signing'>;
  readonly orgIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly roles: readonly string[];
  readonly quietFrom: number;
  readonly quietTo: number;
};

type Parted = { readonly address: ChannelAddress; readonly secret: ChannelSecret };

const tokenNames = { dingtalk: 'access_token', wecom: 'key' } as const;

/**
 * Parts what was given into where it leads and what opens it: the address copied from a robot's page holds both, and
 * the part that opens it must not be shown again.
 */
export function partAddress(kind: ChannelKind, draft: Pick<ChannelDraft, 'address' | 'secret'>): Parted {
  const { address } = draft;
  const secret: ChannelSecret = Object.fromEntries(
    Object.entries(draft.secret).filter(([, text]) => text !== undefined && text !== ''),
  );
  if ('host' in address) {
    const from = emailText(address.from);
    return { address: { ...address, host: address.host.trim(), user: address.user.trim(), from }, secret };
  }
  const url = urlOf(address.url);
  if (kind === 'dingtalk' || kind === 'wecom') {
    const token = url.searchParams.get(tokenNames[kind]);
    url.search = '';
    return { address: { url: url.href }, secret: { ...secret, ...(token ? { token } : {}) } };
  }
  const query = url.search;
  url.search = '';
  return { address: { url: url.href }, secret: { ...secret, ...(query ? { query } : {}) } };
}

function urlOf(text: string): URL {
  const url = URL.parse(text.trim());
  const sound = url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  // What opens the robot is not repeated in a refusal.
  ensure(sound, 'telling.url_malformed', { url: text.trim().replace(/\?.*/, '?…').slice(0, 80) });
  url.hash = '';
  return url;
}

/** A secret goes where it was meant to go: with another address it has to be given again. */
export function mergeSecret(
  before: { readonly address: ChannelAddress; readonly secret: ChannelSecret } | undefined,
  after: Parted,
): ChannelSecret {
  return before && sameReceiver(before.address, after.address)
    ? { ...before.secret, ...after.secret }
    : after.secret;
}

function sameReceiver(one: ChannelAddress, other: ChannelAddress): boolean {
  if ('host' in one)
    return 'host' in other && one.host === other.host && one.port === other.port && one.user === other.user;
  return 'url' in other && one.url === other.url;
}

export function ensureComplete(kind: ChannelKind, address: ChannelAddress, secret: ChannelSecret): void {
  const wanted = {
    email: 'host' in address && address.user !== '' && !secret.password ? '邮箱服务的密码或授权码' : '',
    dingtalk: secret.token ? '' : '带 access_token 的完整机器人地址',
    wecom: secret.token ? '' : '带 key 的完整机器人地址',
    webhook: secret.signing ? '' : '签名密钥',
  }[kind];
  ensure(wanted === '', 'telling.secret_missing', { what: wanted });
}

/** Refuses an address inside; one that cannot be looked up now may be later, and the test says so. */
export async function ensureReachableTarget(address: ChannelAddress): Promise<void> {
  const host = 'host' in address ? address.host : new URL(address.url).hostname;
  try {
    await checkTarget(host, outwardWorld().allowedTargets);
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error;
    if (error.lasting) throw new Refusal('telling.target_refused', { reason: error.message });
  }
}
