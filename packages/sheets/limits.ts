/** How much of a sender's file is read before it is refused. All counts are per file. */
export type Limits = {
  /** The file as it arrives. */
  readonly fileBytes: number;
  readonly parts: number;
  /** All parts unpacked, as the file declares them; a part that unpacks to more is refused on the way. */
  readonly unpackedBytes: number;
  /** One part unpacked: a sheet of 100,000 rows by 20 columns takes about 80 MB. */
  readonly partBytes: number;
  /** Unpacked to packed, counted once a part exceeds `ratioFromBytes`. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  readonly sheets: number;
  readonly rows: number;
  readonly columns: number;
  /** Cells that hold something, all sheets together. */
  readonly cells: number;
  readonly merges: number;
  readonly styles: number;
  readonly sharedStrings: number;
  /** Characters, of all shared strings and of all formulas each. */
  readonly textLength: number;
  /** For the old format, which has to be read in one piece. */
  readonly oldFileBytes: number;
  readonly oldMilliseconds: number;
};

const MB = 1024 * 1024;

export const defaultLimits: Limits = {
  fileBytes: 60 * MB,
  parts: 5_000,
  unpackedBytes: 400 * MB,
  partBytes: 160 * MB,
  ratio: 200,
  ratioFromBytes: 8 * MB,
  sheets: 255,
  rows: 200_000,
  columns: 16_384,
  cells: 2_500_000,
  merges: 100_000,
  styles: 66_000,
  sharedStrings: 2_000_000,
  textLength: 100_000_000,
  oldFileBytes: 20 * MB,
  oldMilliseconds: 20_000,
};

export function withLimits(own: Partial<Limits> | undefined): Limits {
  return own ? { ...defaultLimits, ...own } : defaultLimits;
}
