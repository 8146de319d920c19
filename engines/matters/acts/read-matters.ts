import type { City } from '#access';
import { type ExcludedPeriodRow, readExcludedPeriods } from '../store/excluded-period.ts';
import { findMatters, findSourceKeys, type MatterFilter, type MatterPage } from '../store/find-matters.ts';

export async function listMatters(
  city: City,
  filter: MatterFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<MatterPage> {
  return findMatters(city.tx, filter, page);
}

/** Declared periods that count for no clock they cover. */
export async function excludedPeriods(city: City): Promise<ExcludedPeriodRow[]> {
  return readExcludedPeriods(city.tx);
}

/** Of these names of another source, those that were taken in. */
export async function takenIn(
  city: City,
  from: { readonly kind: string; readonly source: string },
  keys: readonly string[],
): Promise<Set<string>> {
  return keys.length === 0 ? new Set() : findSourceKeys(city.tx, from, keys);
}
