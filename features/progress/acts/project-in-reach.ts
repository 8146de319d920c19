import { type City, ensureMay, may, type Target } from '#access';
import { getProjectBrief, type ProjectBrief, type ProjectId } from '#engines/registry';

/** Who holds the project: its districts, whoever answers for it, its sponsor. */
export function targetOf(view: ProjectBrief): Target {
  const answering = view.holders.flatMap((holder) => [holder.orgId, holder.personId]);
  return {
    holders: [...view.districts.map((one) => one.orgId), ...answering, view.card.sponsorOrgId],
    state: view.stage,
  };
}

/** The project, if the caller may do so to it. */
export async function projectInReach(city: City, action: string, id: string): Promise<ProjectBrief> {
  const view = await getProjectBrief(city, id as ProjectId);
  ensureMay(city, action, targetOf(view));
  return view;
}

export function mayDo({ actor }: City, action: string, view: ProjectBrief): boolean {
  return may(actor, action, targetOf(view));
}

/** The amounts a year's figures are compared with: those of the year's list, else those of the card. */
export function amountsOf(
  view: ProjectBrief,
  year: number,
): { totalFen: bigint | null; doneBeforeFen: bigint | null } {
  const entry = view.entries.find((one) => one.year === year);
  const total = entry?.totalFen ?? view.detail?.totalFen ?? null;
  const before = entry?.doneBeforeFen ?? null;
  return {
    totalFen: total === null ? null : BigInt(total),
    doneBeforeFen: before === null ? null : BigInt(before),
  };
}
