import type { City } from '#access';
import { openSecret } from './seal.ts';
import { listChannels, type StoredChannel } from './store/channel.ts';

/** A channel as it may be shown: that something opens it is said, never what. */
export type ChannelView = Omit<StoredChannel, 'sealed'> & {
  /** `unreadable`: sealed on another machine; it has to be entered again. */
  readonly secret: 'none' | 'kept' | 'unreadable';
};

export async function channelView({ sealed, ...channel }: StoredChannel): Promise<ChannelView> {
  if (sealed === null) return { ...channel, secret: 'none' };
  const opened = await openSecret(channel.channelId, sealed);
  return { ...channel, secret: opened ? 'kept' : 'unreadable' };
}

export async function viewChannels(city: City): Promise<readonly ChannelView[]> {
  return Promise.all((await listChannels(city.tx)).map(channelView));
}
