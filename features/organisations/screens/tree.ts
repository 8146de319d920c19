import type { OutputOf } from '#http/client';
import type { listOrganisations } from '../contract.ts';

export type Directory = OutputOf<typeof listOrganisations>;
export type Organisation = Directory['rows'][number];
export type TreeRow = Organisation & { readonly depth: number };

/** The tree as rows in official order, each below its parent. With words to find, only what matches and what is above. */
export function treeRows(rows: readonly Organisation[], text: string): TreeRow[] {
  const wanted = text.trim().toLowerCase();
  const byParent = Map.groupBy(rows, (row) =>
    rows.some((one) => one.orgId === row.parentId) ? row.parentId : null,
  );
  const matches = (row: Organisation) =>
    wanted === '' ||
    [row.name, row.shortName, ...row.aliases].some((one) => one.toLowerCase().includes(wanted));
  const below = (parent: Organisation['parentId'], depth: number): TreeRow[] =>
    (byParent.get(parent) ?? []).flatMap((row) => {
      const inner = below(row.orgId, depth + 1);
      return matches(row) || inner.length > 0 ? [{ ...row, depth }, ...inner] : [];
    });
  return below(null, 0);
}
