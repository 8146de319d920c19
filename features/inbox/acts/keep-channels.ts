import { audit, type City, ensureMay } from '#access';
import { ensureVersion, type HandledInputOf } from '#http';
import { addChannel, type ChannelDraft, changeChannel, channelToChange, channelView } from '#telling';
import type { createChannel, editChannel } from '../contract.ts';

type Given = Omit<HandledInputOf<typeof editChannel>, 'id' | 'version'>;

function draftOf({ password, signing, ...settings }: Given): ChannelDraft {
  return { ...settings, secret: { ...(password ? { password } : {}), ...(signing ? { signing } : {}) } };
}

export async function makeChannel(city: City, { kind, ...given }: HandledInputOf<typeof createChannel>) {
  ensureMay(city, 'message-channel.edit', {});
  const channelId = await addChannel(city, kind, draftOf(given));
  await trace(city, channelId, given);
  return { channelId };
}

export async function changeSettings(
  city: City,
  { id, version, ...given }: HandledInputOf<typeof editChannel>,
): Promise<void> {
  ensureMay(city, 'message-channel.edit', {});
  const before = await channelToChange(city, id);
  ensureVersion(before.version, version, { current: await channelView(before) });
  await changeChannel(city, before, draftOf(given));
  await trace(city, id, given);
}

/** What may be kept for ever: that a secret was given, not which; of an address only where it leads. */
async function trace(city: City, channelId: string, given: Given): Promise<void> {
  const { name, enabled, address } = given;
  const to = 'host' in address ? `${address.host}:${address.port}` : URL.parse(address.url)?.host;
  const details = { name, enabled, to, renewed: Boolean(given.password ?? given.signing) };
  await audit(city, {
    action: 'message-channel.edit',
    object: 'message-channel',
    objectId: channelId,
    details,
  });
}
