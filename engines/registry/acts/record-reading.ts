import type { City } from '#access';
import { sectionOf } from '#pack';
import type { RecordReading } from '../domain/desired-state.ts';
import type { OrgId } from '../domain/identity.ts';
import { openListBook } from '../domain/list.ts';
import { normalName } from '../domain/name.ts';
import { listsSection } from '../sections/lists.ts';
import { responsibilitiesSection } from '../sections/responsibilities.ts';
import { stagesSection } from '../sections/stages.ts';
import { listOrganisationRows, readSpellings } from '../store/organisation.ts';
import { readPeopleByPhone } from '../store/people.ts';

export type CityReading = RecordReading & { readonly slugOf: (orgId: OrgId) => string | undefined };

/** What words and ids mean in this city: its organisations and the sections of its pack. */
export async function readingOf(city: City, year: number): Promise<CityReading> {
  const spellings = await readSpellings(city.tx);
  const organisations = await listOrganisationRows(city.tx, {});
  const byCode = new Map(organisations.flatMap((one) => (one.code ? [[one.code, one.orgId] as const] : [])));
  const people = await readPeopleByPhone(city.tx);
  const slugs = new Map(organisations.map((one) => [one.orgId, one.slug]));
  return {
    year,
    lists: openListBook(sectionOf(city.pack, listsSection)),
    stages: sectionOf(city.pack, stagesSection),
    kinds: sectionOf(city.pack, responsibilitiesSection).kinds,
    orgOf: (name, code) => spellings.get(normalName(name)) ?? (code ? byCode.get(code) : undefined),
    personOf: (name, phone) => people.get(`${name} ${phone}`),
    slugOf: (orgId) => slugs.get(orgId),
  };
}
