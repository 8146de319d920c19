import { type City, ensureMay, may, type Target } from '#access';
import { getProject, type ProjectId, type ProjectView } from '#engines/registry';

/** Who holds the project: its districts, whoever answers for it, its sponsor. */
export function targetOf(view: ProjectView): Target {
  const answering = view.holders.flatMap((holder) => [holder.orgId, holder.personId]);
  return {
    holders: [...view.districts.map((one) => one.orgId), ...answering, view.card.sponsorOrgId],
    state: view.stage,
  };
}

/** The project, if the caller may do so to it. */
export async function projectInReach(city: City, action: string, id: string): Promise<ProjectView> {
  const view = await getProject(city, id as ProjectId);
  ensureMay(city, action, targetOf(view));
  return view;
}

export function mayDo({ actor }: City, action: string, view: ProjectView): boolean {
  return may(actor, action, targetOf(view));
}

/** The amounts a year's figures are compared with: those of the year's list, else those of the card. */
export function amountsOf(
  view: ProjectView,
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
