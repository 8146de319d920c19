import type { Light } from '#kernel/light';
import type { CockpitView } from '../contract.ts';

type Rows = {
  readonly light?: Light;
  readonly lacks?: 'plan' | 'report';
  readonly district?: string;
  readonly list?: string;
};

/** The rows behind a figure: the project list with the lights of the same day. */
export function rowsLink({ month, asOf }: CockpitView, rows: Rows): string {
  const search = new URLSearchParams();
  if (month) search.set('year', month.slice(0, 4));
  if (asOf) search.set('asOf', asOf);
  for (const [key, value] of Object.entries(rows)) if (value) search.set(key, value);
  if (rows.district) search.set('leading', 'true');
  return `/projects?${search}`;
}
