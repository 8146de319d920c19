import type { City } from '#access';
import type { ShownMonth } from '#engines/indicators';
import type { Missing } from '../domain/year.ts';
import { readMissing } from '../store/month-sums.ts';
import type { OwnGroup } from './own-group.ts';

/** Of locked months, whose lights are never written again: what was counted once stays true in every process. */
const known = new Map<string, Missing>();
const mostKnown = 1000;

/** What has no plan and what was not reported in a group, all of whose figures the reader sees. */
export async function missingOf(
  { tx, cityId }: City,
  { month, locked }: ShownMonth,
  { kind, id }: OwnGroup,
): Promise<Missing> {
  const key = locked && [cityId, month, locked.sumsDigest, locked.lockedAt.getTime(), kind, id].join(' ');
  const found = key && known.get(key);
  if (found) return found;
  const missing = await readMissing(tx, { month, group: { kind, id } });
  if (key) {
    if (known.size >= mostKnown) known.clear();
    known.set(key, missing);
  }
  return missing;
}
