import { type City, ensureMay } from '#access';
import { type ListSummary, listOrganisations, listSummaries } from '#engines/registry';
import { type PlainDate, plainDate, yearOf } from '#kernel/plain-date';

export async function yearLists(city: City, { year, asOf }: { year: number; asOf?: PlainDate | undefined }) {
  ensureMay(city, 'list.view', {});
  const day = listDay(city, year, asOf);
  const head = await headMaker(city);
  return { year, asOf: day, lists: (await listSummaries(city, year, day)).map(head) };
}

/** Today; of a past year its last day, of a coming one its first. */
export function listDay({ today }: City, year: number, asked?: PlainDate): PlainDate {
  if (asked) return asked;
  if (year === yearOf(today)) return today;
  return plainDate(year < yearOf(today) ? `${year}-12-31` : `${year}-01-01`);
}

export async function headMaker(city: City) {
  const names = new Map((await listOrganisations(city)).map((one) => [one.slug, one.name]));
  return ({ list, projects, contested }: ListSummary) => ({
    id: list.id,
    name: list.name,
    shortName: list.shortName,
    kind: list.kind,
    lead: list.lead ? (names.get(list.lead) ?? list.lead) : null,
    ruleText: list.ruleText ?? null,
    clause: list.clause ?? null,
    hasRule: list.rule !== undefined,
    projects,
    contested,
  });
}
