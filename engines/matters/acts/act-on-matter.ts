import { audit, type City } from '#access';
import { refuse } from '#kernel/refusal';
import { type Asked, decideAction } from '../domain/decide.ts';
import type { Seat } from '../domain/definition.ts';
import { cleanGiven } from '../domain/given.ts';
import type { MatterId } from '../domain/identity.ts';
import { matterKind } from '../domain/matter-kinds.ts';
import { holdMatter } from './hold-matter.ts';
import { byOf, startsOf } from './open-matter.ts';
import { addEvents, type HeldMatter } from './write-matter.ts';

export type MatterAct = Omit<Asked, 'seats'> & {
  readonly matterId: MatterId;
  /** The version the actor saw. */
  readonly version: number | undefined;
  readonly seats: (held: HeldMatter) => readonly Seat[];
};

/** One action of the definition: who may, from which state, with what; then the event and all that follows. */
export async function actOnMatter(city: City, asked: MatterAct): Promise<HeldMatter> {
  const held = await holdMatter(city, asked.matterId, asked.version);
  const definition = matterKind(held.row.kind);
  const action = definition.actions[asked.action];
  if (!action) refuse('matter.no_such_action', { kind: definition.text, action: asked.action });
  const given = cleanGiven([...(action.requires ?? []), ...(action.takes ?? [])], asked.given);
  const { fact, seat } = decideAction(definition, held.matter, { ...asked, given, seats: asked.seats(held) });
  const starts = startsOf(city, definition, fact.from, fact.to, { ...held.matter.given, ...given });
  const [done] = await Promise.all([
    addEvents(city, held, [{ ...fact, starts }], byOf(city, seat)),
    audit(city, {
      ...{ action: 'matter.act', object: 'matter', objectId: asked.matterId },
      details: { number: held.row.number, act: asked.action, from: fact.from, to: fact.to, seat },
    }),
  ]);
  return done;
}
