import { definePackSection, integerColumn, optionalTextColumn, textColumn } from '#pack';
import { organisationsSection } from './organisations.ts';

/** One district or zone on the tile map: its place in a grid, no outline. */
export type Tile = {
  /** Organisation by its id in the pack. */
  readonly org: string;
  readonly column: number;
  readonly row: number;
  readonly label: string;
};

export type TilesSection = { readonly tiles: readonly Tile[] };

type PlacedTile = Tile & { readonly at: { readonly file: string; readonly line: number } };

/** The wall's map of tiles. A city without the file has a map of its districts in official order. */
export const tilesSection = definePackSection<TilesSection>({
  id: 'tiles',
  files: ['tiles.csv'],
  empty: { tiles: [] },
  read(files) {
    const rows = files.csv('tiles.csv', {
      org: textColumn,
      column: integerColumn,
      row: integerColumn,
      label: optionalTextColumn,
    });
    const places = new Map<string, string>();
    const tiles = rows.map((row): PlacedTile => {
      const place = `${row.column}/${row.row}`;
      const other = places.get(place);
      if (other) files.report(row.at, `“${row.org}”与“${other}”占了同一格`, '请改用空着的行列');
      places.set(place, row.org);
      return { org: row.org, column: row.column, row: row.row, label: row.label ?? '', at: row.at };
    });
    return files.result({ tiles });
  },
  check(value, pack) {
    const section = pack.sections.get(organisationsSection.id) as
      | ReturnType<typeof organisationsSection.read>['value']
      | undefined;
    const ids = new Set(section?.organisations.map((one) => one.id));
    return (value.tiles as readonly PlacedTile[]).flatMap(({ org, at }) =>
      ids.has(org)
        ? []
        : [{ ...at, message: `“${org}”不在单位表里`, remedy: '请填写 organisations.csv 中已有的 id' }],
    );
  },
});
