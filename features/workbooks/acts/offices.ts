import { type City, ensureMay, may } from '#access';
import { dutiesIn, monthLockOf, standingReports } from '#engines/indicators';
import { findProjects, type IndexedProject, listOrganisations, projectIndex } from '#engines/registry';
import { addToMonth, type Month, yearOfMonth } from '#kernel/month';
import { monthOf } from '#kernel/plain-date';
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
  const open = index.filter(({ closed }) => !closed);
  const own = by === 'unit' && city.actor.reach === 'holders' ? await ownUnit(city, year, open) : undefined;
  const byOffice = own ?? groupedBy(open, by);
  const organisations = await listOrganisations(city, { asOf: city.today });
  const ordered = [
    ...organisations.map(({ orgId, name }) => ({ office: orgId as string, name })),
    { office: nobody, name: nobodyNames[by] },
  ];
  return ordered.flatMap(({ office, name }) => {
    const projects = byOffice.get(office);
    return projects && mayIssue(city, office) ? [{ office, name, projects }] : [];
  });
}

type ByOffice = ReadonlyMap<string, readonly IndexedProject[]>;

/** A unit that fills in has on its workbook whatever it holds: as sponsor, or as one responsible for it. */
async function ownUnit(city: City, year: number, open: readonly IndexedProject[]): Promise<ByOffice> {
  const [unit] = city.actor.orgIds;
  if (!unit) return new Map();
  const found = await findProjects(city, { year, ownOnly: true }, { size: Math.max(1, open.length) });
  const own = new Set(found.map(({ projectId }) => projectId));
  const projects = open.filter(({ projectId }) => own.has(projectId));
  return new Map(projects.length > 0 ? [[unit, projects]] : []);
}

function groupedBy(open: readonly IndexedProject[], by: OfficeKind): ByOffice {
  const byOffice = new Map<string, IndexedProject[]>();
  for (const project of open) {
    for (const office of officesOfProject(project, by)) {
      const known = byOffice.get(office);
      if (known) known.push(project);
      else byOffice.set(office, [project]);
    }
  }
  return byOffice;
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

/** What is asked for now; of the kinds of office the first that the caller may issue to. */
export async function askedOffices(
  city: City,
  { month, by }: { readonly month?: Month | undefined; readonly by?: OfficeKind | undefined },
) {
  const asked = month ?? (await monthAskedFor(city));
  const kinds: readonly OfficeKind[] = by ? [by] : ['district', 'department', 'unit'];
  for (const kind of kinds) {
    const offices = await officeViews(city, { month: asked, by: kind });
    if (offices.length > 0) return { month: asked, by: kind, offices };
  }
  return { month: asked, by: by ?? 'district', offices: [] };
}

/** The month that has ended; once it is locked, the running one. */
async function monthAskedFor(city: City): Promise<Month> {
  const running = monthOf(city.today);
  const ended = addToMonth(running, -1);
  return (await monthLockOf(city, ended)) ? running : ended;
}

/** How far each office has come with the month. */
async function officeViews(city: City, asked: { month: Month; by: OfficeKind }) {
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
