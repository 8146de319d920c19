import type { City } from '#access';
import { type ExcludedPeriodRow, readExcludedPeriods } from '../store/excluded-period.ts';
import { findMatters, type MatterFilter, type MatterPage } from '../store/find-matters.ts';

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
