import type { City } from '#access';
import { sectionOf } from '#pack';
import { districtKinds, type Organisation } from '../domain/organisation.ts';
import { tilesSection } from '../sections/tiles.ts';
import { listOrganisationRows } from '../store/organisation.ts';

export type PlacedTile = {
  readonly organisation: Organisation;
  readonly column: number;
  readonly row: number;
  readonly label: string;
};

const tilesPerRow = 4;

/** The map of tiles. A city without a layout has its districts in official order, four in a row. */
export async function readTiles(city: City): Promise<PlacedTile[]> {
  const { tiles } = sectionOf(city.pack, tilesSection);
  const organisations = await listOrganisationRows(city.tx, { asOf: city.today });
  const districts = organisations.filter((one) => districtKinds.some((kind) => kind === one.kind));
  if (tiles.length === 0) {
    return districts.map((organisation, index) => ({
      organisation,
      column: (index % tilesPerRow) + 1,
      row: Math.floor(index / tilesPerRow) + 1,
      label: organisation.shortName,
    }));
  }
  const bySlug = new Map(organisations.map((one) => [one.slug, one]));
  return tiles.flatMap(({ org, column, row, label }) => {
    const organisation = bySlug.get(org);
    return organisation ? [{ organisation, column, row, label: label || organisation.shortName }] : [];
  });
}
