import type { City } from '#access';
import { districtKinds, listOrganisations, listsSection } from '#engines/registry';
import { sectionOf } from '#pack';
import { type Dictionary, dictionaryOf } from '../domain/dictionary.ts';
import { vocabularySection } from '../vocabulary-section.ts';

const placeKinds: ReadonlySet<string> = new Set([...districtKinds, 'city']);

/** The words of the city as they stand today: offices edited on screen count, not only those of the pack. */
export async function cityDictionary(city: City): Promise<Dictionary> {
  const organisations = await listOrganisations(city, { asOf: city.today });
  const isPlace = (kind: string) => placeKinds.has(kind);
  return dictionaryOf({
    cityName: city.pack.name.replace(/市$/, ''),
    vocabulary: sectionOf(city.pack, vocabularySection),
    districts: organisations.filter(({ kind }) => isPlace(kind)),
    departments: organisations.filter(({ kind }) => !isPlace(kind)),
    lists: sectionOf(city.pack, listsSection).lists,
  });
}
