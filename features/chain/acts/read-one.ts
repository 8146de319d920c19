import { type City, holdsRole } from '#access';
import {
  clockLight,
  clockWorld,
  dueOf,
  type Given,
  getMatter,
  type HeldMatter,
  instantOf,
  leftText,
  type MatterId,
  matterDetail,
  matterKind,
  seatNames,
} from '#engines/matters';
import { todayInShanghai } from '#kernel/plain-date';
import type { ChainMatter } from '../contract.ts';

export type Read = {
  readonly shown: Omit<ChainMatter, 'cause' | 'fromMonth' | 'answers' | 'orders'>;
  readonly given: Given;
  readonly linked: readonly MatterId[];
  readonly linkedOf: (kinds: readonly string[]) => readonly MatterId[];
};

/** A matter with the clock that ends first, its files and what hangs on it. */
export async function readOne(
  city: City,
  matterId: MatterId,
  names: ReadonlyMap<string, string>,
): Promise<Read> {
  const held = await getMatter(city, matterId);
  const { links, files } = await matterDetail(city, matterId);
  const definition = matterKind(held.row.kind);
  const { number, title, state, lead, openedOn, closedAt } = held.row;
  const inside = isInsider(city);
  return {
    shown: {
      ...{ matterId, number, kind: definition.text, title, openedOn },
      state: definition.states[state] ?? state,
      lead: lead ? (names.get(lead) ?? '已撤并的单位') : null,
      closedOn: closedAt ? todayInShanghai(closedAt) : null,
      clock: await clockOf(city, held, names),
      evidence: files
        .filter(({ innerOnly }) => inside || !innerOnly)
        .map(({ fileId, name, addedAt }) => ({ fileId, name, on: todayInShanghai(addedAt) })),
    },
    given: held.matter.given,
    linked: links.map((link) => link.matterId),
    linkedOf: (kinds) => links.filter(({ kind }) => kinds.includes(kind)).map((link) => link.matterId),
  };
}

/** Units that fill in and secretaries see neither inner files nor what leaders answered. */
export function isInsider({ actor }: City): boolean {
  return (
    actor.trusted !== undefined ||
    holdsRole(actor, 'district-filler', 'district-reviewer', 'department', 'leader') ||
    holdsRole(actor, 'coordinator-clerk', 'coordinator-section-head', 'coordinator-head') ||
    holdsRole(actor, 'government-office', 'supervision-office')
  );
}

async function clockOf(
  city: City,
  { row, matter }: HeldMatter,
  names: ReadonlyMap<string, string>,
): Promise<ChainMatter['clock']> {
  const running = matter.clocks.filter(({ endedAt }) => !endedAt);
  if (matter.closedAt || running.length === 0) return null;
  const world = await clockWorld(city, row.kind, instantOf(city));
  const [first] = running
    .map((run) => ({ run, due: dueOf(run, world) }))
    .sort((a, b) => a.due.dueAt.getTime() - b.due.dueAt.getTime());
  if (!first) return null;
  const { run, due } = first;
  const declared = matterKind(row.kind).clocks[run.clock];
  const seat = declared?.against ?? 'lead';
  const holder = seat === 'lead' ? matter.lead : seat === 'raiser' ? matter.raiser : undefined;
  return {
    name: declared?.text ?? run.clock,
    whose: (holder && names.get(holder)) || (seat === 'lead' ? '牵头单位' : seatNames[seat]),
    left: leftText(run, world),
    ...{ dueOn: due.dueOn, light: clockLight(run, world), paused: due.paused },
  };
}
