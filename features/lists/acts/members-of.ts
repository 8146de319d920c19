import type { City } from '#access';
import {
  findProjects,
  type ListedProject,
  listOrganisations,
  listsSection,
  type ProjectRow,
  stagesSection,
} from '#engines/registry';
import { sectionOf } from '#pack';
import { verdictWords } from '../domain/verdict-words.ts';

const atOnce = 500;

export type MemberLine = Awaited<ReturnType<typeof membersOf>>[number];

/** Members with what every office sees of the project, money within the scope, and the kept verdict in words. */
export async function membersOf(city: City, year: number, members: readonly ListedProject[]) {
  const rows = await rowsOf(city, year, members);
  const nameOf = await namesOf(city);
  return members.map((member) => {
    const { projectId, number, name, apart, fromOn, toOn, basis, verdict, reason, approver } = member;
    const row = rows.get(projectId);
    const withinScope = row?.withinScope ?? false;
    return {
      ...{ projectId, number, name, apart, fromOn, toOn, basis, verdict, reason, approver, withinScope },
      districts: row?.districts.map((one) => one.name) ?? [],
      category: row?.category ?? null,
      totalFen: row?.totalFen ?? null,
      lines: verdictWords(member.explanation, { withinScope, nameOf }),
    };
  });
}

async function rowsOf(
  city: City,
  year: number,
  members: readonly ListedProject[],
): Promise<Map<string, ProjectRow>> {
  const ids = [...new Set(members.map((member) => member.projectId))];
  const rows = new Map<string, ProjectRow>();
  for (let at = 0; at < ids.length; at += atOnce) {
    const among = ids.slice(at, at + atOnce);
    for (const row of await findProjects(city, { among, year }, { size: atOnce }))
      rows.set(row.projectId, row);
  }
  return rows;
}

/** What rules say by id, by name: lists, stages, forms, districts. */
async function namesOf(city: City): Promise<(field: string, id: string) => string> {
  const stages = sectionOf(city.pack, stagesSection);
  const names: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    lists: new Map(sectionOf(city.pack, listsSection).lists.map((one) => [one.id, one.shortName])),
    stage: new Map(stages.stages.map((one) => [one.id, one.name])),
    form: new Map(stages.forms.map((one) => [one.id, one.name])),
    districts: new Map((await listOrganisations(city)).map((one) => [one.slug, one.name])),
  };
  return (field, id) => names[field]?.get(id) ?? id;
}
