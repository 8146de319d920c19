import './refusals.ts';
import type { City } from '#access';
import { newId } from '#kernel/id';
import { ensure } from '#kernel/refusal';
import type { ChannelKind } from './channel.ts';
import {
  type ChannelDraft,
  ensureComplete,
  ensureReachableTarget,
  mergeSecret,
  partAddress,
} from './channel-draft.ts';
import { openSecret, sealSecret } from './seal.ts';
import {
  type ChannelId,
  channelNameTaken,
  insertChannel,
  lockChannel,
  type StoredChannel,
  updateChannel,
} from './store/channel.ts';

export async function addChannel(city: City, kind: ChannelKind, draft: ChannelDraft): Promise<ChannelId> {
  const channelId = newId<'channel'>();
  const made = await channelOf(city, { channelId, kind }, draft, undefined);
  const change = { by: city.actor.accountId, at: city.now };
  const added = await insertChannel(city.tx, made, change);
  ensure(added, 'telling.channel_name_taken', { name: made.name });
  return channelId;
}

/** The channel, locked until the transaction ends. */
export async function channelToChange(city: City, channelId: string): Promise<StoredChannel> {
  const channel = await lockChannel(city.tx, channelId);
  ensure(channel, 'telling.no_such_channel');
  return channel;
}

export async function changeChannel(city: City, before: StoredChannel, draft: ChannelDraft): Promise<void> {
  const after = await channelOf(city, before, draft, before);
  await updateChannel(city.tx, after, { by: city.actor.accountId, at: city.now });
}

async function channelOf(
  city: City,
  { channelId, kind }: Pick<StoredChannel, 'channelId' | 'kind'>,
  draft: ChannelDraft,
  before: StoredChannel | undefined,
): Promise<Omit<StoredChannel, 'version'>> {
  const name = draft.name.trim();
  ensure(!(await channelNameTaken(city.tx, name, channelId)), 'telling.channel_name_taken', { name });
  const parted = partAddress(kind, draft);
  const kept = before && {
    address: before.address,
    secret: (await openSecret(channelId, before.sealed)) ?? {},
  };
  const secret = mergeSecret(kept, parted);
  ensureComplete(kind, parted.address, secret);
  await ensureReachableTarget(parted.address);
  const { enabled, orgIds, groupIds, roles, quietFrom, quietTo } = draft;
  const sealed = Object.keys(secret).length > 0 ? await sealSecret(channelId, secret) : null;
  const { address } = parted;
  return { channelId, kind, name, enabled, address, sealed, orgIds, groupIds, roles, quietFrom, quietTo };
}
