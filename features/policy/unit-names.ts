import { join } from 'node:path';
import { organisationsSection } from '#engines/registry';
import { defineRefusals, refuse } from '#kernel/refusal';
import {
  cityPacks,
  citySection,
  loadPack,
  type Pack,
  packDirs,
  readPack,
  sectionOf,
  shippedPacks,
} from '#pack';
import type { UnitDictionary } from './domain/unit-dictionary.ts';
import { organsSection } from './organs-section.ts';

defineRefusals({
  'policy.no_such_city': {
    status: 404,
    text: '没有“{city}”的市包。现有：{cities}。请改用其中之一，或不写 --city。',
  },
});

/** The units of a city's pack and what is known of every city; without a city only the latter. */
export function unitNames(named?: string): UnitDictionary {
  // The common layer is no city of its own, so what a city must have is missing there and says nothing.
  if (named === undefined) return dictionaryOf(readPack([join(shippedPacks, 'china')], [organsSection]).pack);
  const pack = loadPack(packDirs(packId(named)), [organisationsSection, organsSection]);
  return dictionaryOf(pack);
}

function dictionaryOf(pack: Pack): UnitDictionary {
  const organs = sectionOf(pack, organsSection);
  if (!pack.sections.has(organisationsSection.id)) return { organisations: [], groups: [], organs };
  const { organisations, groups } = sectionOf(pack, organisationsSection);
  return {
    organisations: organisations.map(({ id, name, aliases }) => ({ id, name, spellings: aliases })),
    groups: groups.map(({ id, name, aliases, members }) => ({ id, name, spellings: aliases, members })),
    organs,
  };
}

function packId(named: string): string {
  const shipped = cityPacks();
  const found = shipped.find((id) => {
    if (id === named) return true;
    const { pack } = readPack(packDirs(id), [citySection]);
    return pack.name === named || String(pack.cityId) === named || `${pack.name}市` === named;
  });
  return found ?? refuse('policy.no_such_city', { city: named, cities: shipped.join('、') });
}
