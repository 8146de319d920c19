import { districtKinds, listsSection, organisationsSection } from '#engines/registry';
import { packDirs, readPack, sectionOf } from '#pack';
import { type Dictionary, dictionaryOf } from '../domain/dictionary.ts';
import { vocabularySection } from '../vocabulary-section.ts';

/** The words of a city as its pack has them: what the product reads with. */
export function packDictionary(city: string): Dictionary {
  const { pack } = readPack(packDirs(city), [organisationsSection, listsSection, vocabularySection]);
  const { organisations } = sectionOf(pack, organisationsSection);
  const places = new Set<string>([...districtKinds, 'city']);
  return dictionaryOf({
    cityName: pack.name.replace(/市$/, ''),
    vocabulary: sectionOf(pack, vocabularySection),
    districts: organisations.filter(({ kind }) => places.has(kind)),
    departments: organisations.filter(({ kind }) => !places.has(kind)),
    lists: sectionOf(pack, listsSection).lists,
  });
}
