import type { City } from '#access';
import type { MatterEvent } from '../domain/event.ts';
import type { MatterId } from '../domain/identity.ts';
import { readEventsOfMany } from '../store/event-row.ts';

/** What happened to several matters, each in its order, in one question. */
export async function eventsOf(
  city: City,
  matterIds: readonly MatterId[],
): Promise<ReadonlyMap<MatterId, readonly MatterEvent[]>> {
  return readEventsOfMany(city.tx, matterIds);
}
