import { type City, ensureMay, may, type Target } from '#access';
import { getProject, type ProjectId, type ProjectView } from '#engines/registry';
import { findMissing } from './find-missing.ts';
import { readCauses } from './read-causes.ts';
import { readLight } from './read-light.ts';
import { readMatters } from './read-matters.ts';

/** The chain of one project, from what was written for other purposes. */
export async function readChain(city: City, id: ProjectId) {
  ensureMay(city, 'project.view', {});
  const view = await getProject(city, id);
  const light = await readLight(city, id);
  const { matters, orders, more, sorted } = await readMatters(city, id);
  const causes = await readCauses(city, id, light?.since, sorted);
  const seen = { withinScope: view.withinScope, light, causes, matters, orders };
  return {
    ...{ projectId: id, number: view.number, name: view.card.name, stage: view.stageName },
    ...{ districts: view.districts.map(({ name }) => name), today: city.today },
    ...{ ...seen, more },
    missing: findMissing(seen),
    mayOpen: may(city.actor, 'matter.open', targetOf(view)) && !view.withdrawn,
  };
}

function targetOf(view: ProjectView): Target {
  const answering = view.holders.flatMap((holder) => [holder.orgId, holder.personId]);
  return { holders: [...view.districts.map(({ orgId }) => orgId), ...answering, view.card.sponsorOrgId] };
}
