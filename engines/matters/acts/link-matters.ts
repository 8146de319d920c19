import { audit, type City } from '#access';
import { ensure } from '#kernel/refusal';
import type { Seat } from '../domain/definition.ts';
import type { LinkKind } from '../domain/event.ts';
import type { MatterId } from '../domain/identity.ts';
import { insertLink } from '../store/link-row.ts';
import { holdMatter } from './hold-matter.ts';
import { instantOf } from './instant-of.ts';
import { byOf, type NewMatter, openMatter } from './open-matter.ts';
import { addEvents, type HeldMatter } from './write-matter.ts';

export type LinkAsked = {
  readonly matterId: MatterId;
  readonly version: number | undefined;
  readonly to: MatterId;
  readonly link: LinkKind;
  readonly seat: Seat;
};

/** A dated link; both matters must be in reach. */
export async function linkMatters(city: City, asked: LinkAsked): Promise<HeldMatter> {
  ensure(asked.matterId !== asked.to, 'matter.link_to_itself');
  const held = await holdMatter(city, asked.matterId, asked.version);
  const other = await holdMatter(city, asked.to, undefined);
  await insertLink(city.tx, asked.matterId, asked.link, asked.to, instantOf(city));
  const fact = { type: 'linked', to: asked.to, link: asked.link } as const;
  const done = await addEvents(city, held, [fact], byOf(city, asked.seat));
  await audit(city, {
    ...{ action: 'matter.link', object: 'matter', objectId: asked.matterId },
    details: { number: held.row.number, link: asked.link, to: other.row.number },
  });
  return done;
}

/** One matter becomes several: each part is opened on its own and points back; the first stays until it is closed. */
export async function splitMatter(
  city: City,
  asked: { readonly matterId: MatterId; readonly version: number | undefined; readonly seat: Seat },
  parts: readonly NewMatter[],
): Promise<HeldMatter[]> {
  const held = await holdMatter(city, asked.matterId, asked.version);
  ensure(!held.matter.closedAt, 'matter.closed');
  const opened: HeldMatter[] = [];
  for (const part of parts) {
    const one = await openMatter(city, part);
    await insertLink(city.tx, one.row.matterId, 'split-from', asked.matterId, instantOf(city));
    opened.push(one);
  }
  const facts = opened.map(({ row }) => ({ type: 'linked', to: row.matterId, link: 'split-from' }) as const);
  await addEvents(city, held, facts, byOf(city, asked.seat));
  return opened;
}
