import { scopeOf, systemActor } from '#access';
import { type Db, inScope } from '#db';
import { todayInShanghai } from '#kernel/plain-date';
import { messageIdOf } from './message-id.ts';
import { digestKind } from './own-kinds.ts';
import { gatherDue, insertOutward } from './store/outward.ts';

/** Makes one message of the day out of what waited for it, in one transaction; says how many it made. */
export function gatherDigest(db: Db, cityId: number, at: Date): Promise<number> {
  return inScope(db, scopeOf(systemActor, cityId), async (tx) => {
    const gathered = await gatherDue(tx, at);
    for (const { accountId, channelId, count } of gathered) {
      const key = `digest ${todayInShanghai(at)} ${at.toISOString()}`;
      const messageId = messageIdOf(cityId, key, accountId, channelId);
      const row = { messageId, channelId, accountId, key, kind: digestKind, urgency: 'normal' as const };
      const said = { title: `您有 ${count} 条新消息`, path: '/inbox' };
      await insertOutward(tx, [{ ...row, ...said, digest: false, nextAt: at, madeAt: at }]);
    }
    return gathered.length;
  });
}
