import { createHash } from 'node:crypto';

/**
 * The id a message keeps for ever: the same key, account and channel give the same id, on every instance and at every
 * attempt. Thirty-two hexadecimal digits; an account of null is the group behind the channel.
 */
export function messageIdOf(
  cityId: number,
  key: string,
  accountId: string | null,
  channelId: string,
): string {
  const parts = [String(cityId), key, accountId ?? 'group', channelId];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
