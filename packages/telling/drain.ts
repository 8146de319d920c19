import { scopeOf, systemActor } from '#access';
import { type Db, inScope, type Tx } from '#db';
import { newId } from '#kernel/id';
import { nextAttempt } from './back-off.ts';
import { afterQuiet } from './hours.ts';
import { outwardWorld } from './outward-world.ts';
import { send } from './send.ts';
import { failureOf } from './send-failure.ts';
import { listChannels, type StoredChannel } from './store/channel.ts';
import { dueChannels, type Ending, endLease, type LeasedMessage, leaseDue } from './store/outward.ts';

const batch = 5;
const leaseMs = 5 * 60_000;

export type DrainOptions = {
  /** The time as it is: a sweep lasts, and leases end by the clock. */
  readonly now: () => Date;
  readonly signal: AbortSignal;
};

/**
 * Sends what is due. A message is leased before it is sent and written off after it: whoever dies in between leaves it
 * to another instance once the lease ends, which sends it again under the same id. Each channel is drained by itself,
 * so that one that does not answer holds up nothing but its own.
 */
export async function drainOutward(db: Db, cityId: number, options: DrainOptions): Promise<number> {
  const due = await inScope(db, scopeOf(systemActor, cityId), async (tx) => {
    const ids = await dueChannels(tx, options.now());
    return ids.length === 0
      ? []
      : (await listChannels(tx)).filter(({ channelId }) => ids.includes(channelId));
  });
  const sent = await Promise.all(due.map((channel) => drainChannel(db, cityId, channel, options)));
  return sent.reduce((sum, one) => sum + one, 0);
}

/** Until nothing is due, or a whole batch failed: the rest of it then waits for the next sweep. */
async function drainChannel(
  db: Db,
  cityId: number,
  channel: StoredChannel,
  options: DrainOptions,
): Promise<number> {
  const inCity = <T>(work: (tx: Tx) => Promise<T>) => inScope(db, scopeOf(systemActor, cityId), work);
  let sent = 0;
  while (!options.signal.aborted) {
    const at = options.now();
    const until = new Date(at.getTime() + leaseMs);
    const lease = { leaseId: newId<'lease'>(), channelId: channel.channelId, at, until, limit: batch };
    const messages = await inCity((tx) => leaseDue(tx, lease));
    const ends = await Promise.all(
      messages.map(async (message) => {
        const ending = await attempt(cityId, message, channel, options);
        await inCity((tx) => endLease(tx, message, ending));
        return ending;
      }),
    );
    sent += ends.filter(({ state }) => state === 'sent').length;
    if (messages.length < batch || ends.every(({ error }) => error !== undefined)) break;
  }
  return sent;
}

async function attempt(
  cityId: number,
  message: LeasedMessage,
  channel: StoredChannel,
  { now, signal }: DrainOptions,
): Promise<Ending> {
  const at = now();
  if (signal.aborted) return { state: 'waiting', at, untried: true };
  if (message.disabled) return { state: 'dropped', at, error: '账号已停用，不再发送' };
  if (!channel.enabled) return { state: 'failed', at, error: '渠道已停用，启用后可以重新发送' };
  const later = quietEnd(message, at);
  if (later > at) return { state: 'waiting', at, nextAt: later, untried: true };
  try {
    const { messageId, kind, urgency, title, path, email } = message;
    const url = `${outwardWorld().origin}${path}`;
    await send(channel, { messageId, cityId, kind, urgency, title, url }, email, at);
    return { state: 'sent', at: now() };
  } catch (error) {
    const { message: text, lasting } = failureOf(error);
    const nextAt = lasting ? undefined : nextAttempt(message.attempts, now());
    return { state: nextAt ? 'waiting' : 'failed', at: now(), error: text, ...(nextAt ? { nextAt } : {}) };
  }
}

/** A message put off by failures may come due in the night. */
function quietEnd({ urgency, quietFrom, quietTo }: LeasedMessage, at: Date): Date {
  return urgency === 'urgent' || quietFrom === null || quietTo === null
    ? at
    : afterQuiet(at, { quietFrom, quietTo });
}
