import { createHash } from 'node:crypto';
import { type GroupMonth, sumNames } from '../domain/rollup.ts';

/** A SHA-256 over the sums of all groups in one order: what a lock keeps, so that a changed sum is found out. */
export function digestOfSums(groups: readonly GroupMonth[]): string {
  const lines = groups.map(({ groupKind, groupId, month, sums }) =>
    JSON.stringify([groupKind, groupId, month, ...sumNames.map((name) => String(sums[name]))]),
  );
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('base64');
}
