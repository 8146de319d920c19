import type { OutputOf } from '#http/client';
import type { Light } from '#kernel/light';
import type { lightsBoard } from '../contract.ts';

export type Board = OutputOf<typeof lightsBoard>;

type Rows = {
  readonly light?: Light;
  readonly district?: string | null;
  readonly category?: string;
  readonly list?: string;
};

/** The rows behind a figure of the board: the project list as of the same day. */
export function listLink({ year, asOf }: Pick<Board, 'year' | 'asOf'>, rows: Rows): string {
  const search = new URLSearchParams({ year: String(year), asOf });
  for (const [key, value] of Object.entries(rows)) if (value) search.set(key, value);
  return `/projects?${search}`;
}
