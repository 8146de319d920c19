import type { City } from '#access';
import { instantOf } from '#engines/matters';
import { newId } from '#kernel/id';
import { putItem, readItems } from '../store/item.ts';
import type { MeetingId } from '../store/meeting.ts';
import type { ProposedItem } from './proposed-item.ts';

/** New ones go to the end, known ones get their sheet anew; the order somebody made stays. */
export async function putAgenda(
  city: City,
  meetingId: MeetingId,
  items: readonly ProposedItem[],
): Promise<number> {
  const known = await readItems(city.tx, meetingId);
  const keys = new Map(known.map((one) => [one.sourceKey, one]));
  let position = Math.max(0, ...known.map((one) => one.position));
  let added = 0;
  for (const item of items) {
    const before = keys.get(item.sourceKey);
    if (before?.removedReason) continue;
    if (!before) {
      position += 1;
      added += 1;
    }
    await putItem(city.tx, meetingId, {
      ...item,
      itemId: before?.itemId ?? newId<'meeting-item'>(),
      position: before?.position ?? position,
      ...{ by: before?.by ?? city.actor.name, at: before?.at ?? instantOf(city) },
    });
  }
  return added;
}
