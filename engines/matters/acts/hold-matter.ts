import type { City } from '#access';
import { ensure, refuse } from '#kernel/refusal';
import { foldMatter } from '../domain/fold.ts';
import type { MatterId } from '../domain/identity.ts';
import { matterKind } from '../domain/matter-kinds.ts';
import '../domain/refusals.ts';
import { readEvents } from '../store/event-row.ts';
import { findMatterRow, lockMatterRow } from '../store/matter-row.ts';
import type { HeldMatter } from './write-matter.ts';

/** A matter as it stands, or as it stood at an instant. */
export async function getMatter(city: City, matterId: MatterId, asOf?: Date): Promise<HeldMatter> {
  const [row = refuse('matter.unknown'), events] = await Promise.all([
    findMatterRow(city.tx, matterId),
    readEvents(city.tx, matterId, asOf),
  ]);
  ensure(events.length > 0, 'matter.unknown');
  return { row, events, matter: foldMatter(matterKind(row.kind), events) };
}

/** Locked for an edit by somebody who saw this version; refuses `matter.stale` where it has gone on since. */
export async function holdMatter(
  city: City,
  matterId: MatterId,
  version: number | undefined,
): Promise<HeldMatter> {
  // One after the other on the connection: the events are read once the row is locked.
  const [row = refuse('matter.unknown'), events] = await Promise.all([
    lockMatterRow(city.tx, matterId),
    readEvents(city.tx, matterId),
  ]);
  ensure(version === undefined || row.version === version, 'matter.stale');
  return { row, events, matter: foldMatter(matterKind(row.kind), events) };
}
