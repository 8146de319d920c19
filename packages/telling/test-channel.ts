import './refusals.ts';
import type { City } from '#access';
import { newId } from '#kernel/id';
import { ensure } from '#kernel/refusal';
import { emailText } from './email-text.ts';
import { messageIdOf } from './message-id.ts';
import { outwardWorld } from './outward-world.ts';
import { testKind } from './own-kinds.ts';
import { send } from './send.ts';
import { failureOf } from './send-failure.ts';
import { findChannel } from './store/channel.ts';

/** Sends one message by the channel as it is saved, and says in words why it was not taken. */
export async function testChannel(
  city: City,
  channelId: string,
  to: string | undefined,
): Promise<{ readonly error: string | null }> {
  const channel = await findChannel(city.tx, channelId);
  ensure(channel, 'telling.no_such_channel');
  const email = to?.trim() ? emailText(to) : null;
  ensure(channel.kind !== 'email' || email, 'telling.email_missing');
  const messageId = messageIdOf(city.cityId, `test ${newId<'test'>()}`, city.actor.accountId, channelId);
  const url = `${outwardWorld().origin}/inbox`;
  const message = { messageId, cityId: city.cityId, kind: testKind, urgency: 'normal' as const, url };
  try {
    await send(channel, { ...message, title: `渠道测试：${channel.name}` }, email, city.now);
    return { error: null };
  } catch (error) {
    return { error: failureOf(error).message };
  }
}
