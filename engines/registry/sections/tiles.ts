/** One district or zone on the tile map: its place in a grid, no outline. */
export type Tile = {
  readonly org: string;
  readonly column: number;
  readonly row: number;
  readonly label: string;
};

export type TilesSection = { readonly tiles: readonly Tile[] };
