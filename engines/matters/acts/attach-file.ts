import { audit, type City } from '#access';
import type { Seat } from '../domain/definition.ts';
import type { MatterId } from '../domain/identity.ts';
import { insertMatterFiles } from '../store/file-row.ts';
import { holdMatter } from './hold-matter.ts';
import { instantOf } from './instant-of.ts';
import { byOf } from './open-matter.ts';
import { addEvents, type HeldMatter } from './write-matter.ts';

export type AttachAsked = {
  readonly matterId: MatterId;
  readonly seat: Seat;
  readonly fileId: string;
  readonly name: string;
  readonly inner: boolean;
};

/** A stored file hangs on a matter from now on; it is never taken off. */
export async function attachFile(city: City, asked: AttachAsked): Promise<HeldMatter> {
  const held = await holdMatter(city, asked.matterId, undefined);
  const { fileId, name, inner } = asked;
  await insertMatterFiles(city.tx, asked.matterId, [
    { fileId, name, field: null, innerOnly: inner, addedBy: city.actor.accountId, addedAt: instantOf(city) },
  ]);
  const done = await addEvents(
    city,
    held,
    [{ type: 'attached', fileId, name, inner }],
    byOf(city, asked.seat),
  );
  await audit(city, {
    ...{ action: 'matter.attach', object: 'matter', objectId: asked.matterId },
    details: { number: held.row.number, file: name, inner },
  });
  return done;
}
