import { type City, ensureMay, may } from '#access';
import {
  countProjects,
  districtKinds,
  listOrganisations,
  listsSection,
  responsibilitiesSection,
  stagesSection,
} from '#engines/registry';
import { yearOf } from '#kernel/plain-date';
import { sectionOf } from '#pack';

const yearsBack = 6;

export async function projectChoices(city: City) {
  ensureMay(city, 'project.view', {});
  const { pack, today } = city;
  const stages = sectionOf(pack, stagesSection);
  const organisations = (await listOrganisations(city, { asOf: today })).map(({ orgId, name, kind }) => ({
    orgId,
    name,
    kind,
  }));
  const isDistrict = (kind: string) => districtKinds.some((one) => one === kind);
  return {
    years: await yearsWithProjects(city),
    today,
    mayCreate: may(city.actor, 'project.create'),
    districts: organisations.filter(
      ({ kind }) => isDistrict(kind) || kind === 'city' || kind === 'committee',
    ),
    departments: organisations.filter(({ kind }) => !isDistrict(kind) && kind !== 'city'),
    lists: sectionOf(pack, listsSection).lists.map(({ id, shortName }) => ({ id, name: shortName })),
    stages: stages.stages.map(({ id, name, closed }) => ({ id, name, closed })),
    forms: stages.forms.map(({ id, name }) => ({ id, name })),
    responsibilities: sectionOf(pack, responsibilitiesSection).kinds.map(({ id, name, holder, several }) => ({
      ...{ id, name, holder, several },
    })),
  };
}

/** Next year's lists are made before it begins. */
async function yearsWithProjects(city: City): Promise<number[]> {
  const now = yearOf(city.today);
  const years: number[] = [];
  for (let year = now + 1; year >= now - yearsBack; year -= 1) {
    if ((await countProjects(city, { year })) > 0) years.push(year);
  }
  return years.length > 0 ? years : [now];
}
