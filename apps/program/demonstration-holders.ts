import type { City } from '#access';
import { findOrganisation, getProject, projectIndex, updateProject } from '#engines/registry';
import type { DemonstrationYear } from '#pack';
import { addOrganisation } from '../../features/organisations/acts/edit-organisation.ts';
import { addPerson } from '../../features/organisations/acts/edit-people.ts';

/** The first service secretary of the list as a person of its district, so that her projects find her by name and phone. */
export async function addDemonstrationSecretary(
  city: City,
  { projects }: DemonstrationYear,
): Promise<string | undefined> {
  const project = projects.find(({ secretary, secretaryPhone }) => secretary && secretaryPhone);
  const org = project && (await findOrganisation(city, project.districts[0] ?? ''));
  if (!project?.secretary || !project.secretaryPhone || !org) return undefined;
  return addPerson(city, { id: org.orgId, name: project.secretary, phone: project.secretaryPhone });
}

/** The company of the first project under its district, as the sponsor who fills its months. */
export async function addDemonstrationUnit(
  city: City,
  { projects, year }: DemonstrationYear,
): Promise<string | undefined> {
  const first = projects.find(({ company, stage }) => company && stage !== '前期');
  const project = (await projectIndex(city, year)).find(({ name }) => name === first?.name);
  const district = project?.districts[0]?.orgId;
  if (!first?.company || !project || !district) return undefined;
  const sponsorOrgId = await addOrganisation(city, {
    kind: 'unit',
    name: first.company,
    parentId: district,
    officialOrder: 9000,
    reason: first.remark,
  });
  const { version } = await getProject(city, project.projectId);
  await updateProject(city, {
    projectId: project.projectId,
    version,
    card: { sponsorOrgId },
    reason: first.remark,
  });
  return sponsorOrgId;
}
