import type { Target } from '#access';
import type { ProjectView } from '#engines/registry';

/** Who holds the project: its districts, whoever answers for it, its sponsor. */
export function targetOf(view: ProjectView): Target {
  const answering = view.holders.flatMap((holder) => [holder.orgId, holder.personId]);
  return { holders: [...view.districts.map((one) => one.orgId), ...answering, view.card.sponsorOrgId] };
}
