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
export async function projectFor(city: City, action: string, id: ProjectId): Promise<ProjectView> {
  const view = await getProject(city, id);
  ensureMay(city, action, targetOf(view));
  return view;
}

export function mayDo({ actor }: City, action: string, view: ProjectView): boolean {
  return may(actor, action, targetOf(view));
}
