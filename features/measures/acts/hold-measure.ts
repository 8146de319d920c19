import { type City, ensureMay } from '#access';
import { refuse } from '#kernel/refusal';
import { findTracked, type PolicyMeasureId, type TrackedRow } from '../store/measure.ts';
import '../refusals.ts';

/** The measure, if the actor may do so with it. Units that have a part in it hold it. */
export async function measureFor(city: City, action: string, id: string): Promise<TrackedRow> {
  const row = (await findTracked(city.tx, id as PolicyMeasureId)) ?? refuse('measure.unknown');
  ensureMay(city, action, { holders: holdersOf(row) });
  return row;
}

export function holdersOf({ lead, support, matterLead, matterSupport }: TrackedRow): string[] {
  return [...new Set([...lead, ...support, ...(matterLead ? [matterLead] : []), ...matterSupport])];
}
