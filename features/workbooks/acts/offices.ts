import { type City, ensureMay, may } from '#access';
import { dutiesIn, standingReports } from '#engines/indicators';
import { type IndexedProject, listOrganisations, projectIndex } from '#engines/registry';
import { type Month, yearOfMonth } from '#kernel/month';
import { ensure } from '#kernel/refusal';
import type { OfficeKind } from '../contract.ts';
import '../refusals.ts';

/** An office with its projects of a year, as far as reports may still be asked of them. */
export type Office = {
  readonly office: string;
  readonly name: string;
  readonly projects: readonly IndexedProject[];
};

/** Where projects stand that no office of the kind holds. */
const nobody = 'none';

const nobodyNames: Readonly<Record<OfficeKind, string>> = {
  district: '未定地区',
  department: '未定牵头部门',
  unit: '未对应填报单位',
};

/** The offices the caller may issue to, in official order. A project belongs to its leading district. */
export async function officesOf(
  city: City,
  { month, by }: { month: Month; by: OfficeKind },
): Promise<Office[]> {
  ensureMay(city, 'workbook.issue');
  const year = yearOfMonth(month);
  const index = await projectIndex(city, year);
  ensure(index.length > 0, 'workbook.no_list', { year });
  const byOffice = new Map<string, IndexedProject[]>();
  for (const project of index.filter(({ closed }) => !closed)) {
    for (const office of officesOfProject(project, by)) {
      const known = byOffice.get(office);
      if (known) known.push(project);
      else byOffice.set(office, [project]);
    }
  }
  const organisations = await listOrganisations(city, { asOf: city.today });
  const ordered = [...organisations.map(({ orgId, name }) => ({ office: orgId as string, name }))];
  ordered.push({ office: nobody, name: nobodyNames[by] });
  return ordered.flatMap(({ office, name }) => {
    const projects = byOffice.get(office);
    return projects && mayIssue(city, office) ? [{ office, name, projects }] : [];
  });
}

function officesOfProject(project: IndexedProject, by: OfficeKind): readonly string[] {
  const { districts, departments, sponsorOrgId } = project;
  if (by === 'department') return departments.length > 0 ? [...new Set(departments)] : [nobody];
  const [leading] = by === 'district' ? districts.map(({ orgId }) => orgId) : [sponsorOrgId];
  return [leading ?? nobody];
}

function mayIssue({ actor }: City, office: string): boolean {
  return may(actor, 'workbook.issue', { holders: office === nobody ? [] : [office] });
}

/** How far each office has come with the month. */
export async function officeViews(city: City, asked: { month: Month; by: OfficeKind }) {
  const offices = await officesOf(city, asked);
  const { month } = asked;
  const owes = new Set((await dutiesIn(city, month)).flatMap((duty) => (duty.owes ? [duty.subjectId] : [])));
  const reports = await standingReports(city, { first: month, last: month });
  const reported = new Set(reports.flatMap(({ subjectId, cumFen }) => (cumFen === null ? [] : [subjectId])));
  return offices.map(({ office, name, projects }) => {
    const owing = projects.filter(({ projectId }) => owes.has(projectId));
    return {
      ...{ office, name },
      projects: projects.length,
      owing: owing.length,
      reported: owing.filter(({ projectId }) => reported.has(projectId)).length,
    };
  });
}
