import type { City } from '#access';
import { defineRefusals, ensure } from '#kernel/refusal';
import type { Seat } from '../domain/definition.ts';
import type { MatterId } from '../domain/identity.ts';
import { matterKind } from '../domain/matter-kinds.ts';
import { insertLink } from '../store/link-row.ts';
import { holdMatter } from './hold-matter.ts';
import { instantOf } from './instant-of.ts';
import { steer } from './steer-matter.ts';
import type { HeldMatter } from './write-matter.ts';

defineRefusals({
  'matter.merge_other_kind': { status: 422, text: '只能并入同种、还没有办结的事项' },
});

export type MergeAsked = {
  readonly matterId: MatterId;
  readonly version: number | undefined;
  readonly into: MatterId;
  readonly reason: string;
  readonly seat: Seat;
};

/**
 * Two matters are about the same. The merged one points to the other and ends at once, by an event of its own and not by
 * an action: nobody handled it, so no seat of its definition is asked. It ends in the last of the kind's ends, the one
 * for what was not carried through; its clocks end with it. The other goes on as it was and is read with what was merged
 * into it.
 */
export async function mergeMatter(city: City, asked: MergeAsked): Promise<HeldMatter> {
  ensure(asked.matterId !== asked.into, 'matter.link_to_itself');
  const held = await holdMatter(city, asked.matterId, asked.version);
  const other = await holdMatter(city, asked.into, undefined);
  ensure(!held.matter.closedAt, 'matter.closed');
  ensure(other.row.kind === held.row.kind && !other.matter.closedAt, 'matter.merge_other_kind');
  ensure(asked.reason.trim(), 'matter.no_reason');
  const to = matterKind(held.row.kind).ends.at(-1)!;
  await insertLink(city.tx, asked.matterId, 'merged-into', asked.into, instantOf(city));
  return steer(city, held, asked.seat, 'matter.merge', {
    ...{ type: 'merged', into: asked.into, number: other.row.number, to, reason: asked.reason.trim() },
  });
}
