import { type Actor, type City, ensureMay, may, type Target } from '#access';
import { getMatter, type HeldMatter, type MatterId, type MatterRow } from '#engines/matters';
import { getProjectBrief, type ProjectId } from '#engines/registry';
import '../refusals.ts';

type Held = Pick<HeldMatter['row'], 'holders' | 'raisedBy'>;

/** Who has or had a seat; its districts among them. */
export function targetOf(row: Held, actor: Actor): Target {
  return { holders: row.holders, own: row.raisedBy === actor.accountId };
}

/** The matter, if the reader may see it. Row security answers first: a neighbour's matter is not there. */
export async function seenMatter(city: City, matterId: string, asOf?: Date): Promise<HeldMatter> {
  const held = await getMatter(city, matterId as MatterId, asOf);
  ensureMay(city, 'matter.view', await viewTarget(city, held.row));
  return held;
}

/** The matter, if the actor may do so to it. */
export async function matterFor(city: City, action: string, matterId: string): Promise<HeldMatter> {
  const held = await getMatter(city, matterId as MatterId);
  ensureMay(city, action, targetOf(held.row, city.actor));
  return held;
}

export function mayDo({ actor }: City, action: string, row: Held): boolean {
  return may(actor, action, targetOf(row, actor));
}

/** Whoever sees the project sees its matters; asked only of those who have no seat. */
async function viewTarget(city: City, row: Held & Pick<MatterRow, 'projectId' | 'guarded'>): Promise<Target> {
  const target = targetOf(row, city.actor);
  if (!row.projectId || row.guarded || may(city.actor, 'matter.view', target)) return target;
  const { districts, holders, card } = await getProjectBrief(city, row.projectId as ProjectId);
  const answering = holders.flatMap(({ orgId, personId }) => [orgId, personId]);
  const ofProject = [...districts.map(({ orgId }) => orgId), ...answering, card.sponsorOrgId];
  return { ...target, holders: [...(target.holders ?? []), ...ofProject] };
}
