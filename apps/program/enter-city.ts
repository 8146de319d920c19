import { systemActor } from '#access';
import { saveCity } from '#db';
import { type OrganisationDifference, organisationsSection, syncOrganisations } from '#engines/registry';
import { refuse } from '#kernel/refusal';
import { cityPacks, sectionOf } from '#pack';
import { type Program, packNamed } from './program.ts';

export type EnteredCity = {
  readonly cityId: number;
  readonly name: string;
  readonly organisations: OrganisationDifference;
};

/**
 * Enters a city by its pack, or brings it to the state of the pack. Run again it changes nothing; what was edited on
 * screen stays and is told as a difference.
 */
export async function enterCity(program: Program, idOrDir: string): Promise<EnteredCity> {
  const pack = packNamed(idOrDir);
  program.packs.set(pack.cityId, pack);
  const { world } = program;
  const caller = { cityId: pack.cityId, actor: systemActor };
  const organisations = await world.open(caller, { readOnly: false, origin: {} }, async (city) => {
    await saveCity(city.tx, idOrDir, pack.name);
    return syncOrganisations(city, sectionOf(pack, organisationsSection));
  });
  return { cityId: pack.cityId, name: pack.name, organisations };
}

/** The city named on the command line; a shipped pack not yet used is entered on the way. */
export async function cityFor(program: Program, named: string): Promise<number> {
  for (const [cityId, pack] of program.packs) {
    if ([pack.id, pack.name, String(cityId)].includes(named)) return cityId;
  }
  const shipped = cityPacks();
  const id = shipped.find((one) => one === named) ?? shipped.find((one) => isCity(one, named));
  if (id) return (await enterCity(program, id)).cityId;
  return refuse('program.no_such_city', { city: named, cities: shipped.join('、') });
}

function isCity(packId: string, named: string): boolean {
  const pack = packNamed(packId);
  return [pack.name, String(pack.cityId)].includes(named);
}
