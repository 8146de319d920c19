import type { City } from '#access';
import { reportsOf } from '#engines/indicators';
import type { ProjectId } from '#engines/registry';
import { addToMonth, type Month } from '#kernel/month';
import { monthOf } from '#kernel/plain-date';
import type { Chain } from '../contract.ts';

/** What people write where there is nothing to write. */
const nothing = /^(无|暂无|没有|无问题|暂无问题|不存在问题|正常|\/|-+|—+)[。.]?$/;
const monthsBack = 6;
const most = 4;

/**
 * What the reports say stands in the way, since the light is as it is or in the last months; words said again are told
 * once, with the month they were said first in.
 */
export async function readCauses(
  city: City,
  id: ProjectId,
  since: Month | undefined,
  sorted: ReadonlyMap<Month, string | null>,
): Promise<Chain['causes']> {
  const from = since ?? addToMonth(monthOf(city.today), -monthsBack);
  const told = new Map<string, Chain['causes'][number]>();
  const standing = new Map(
    (await reportsOf(city, id as never))
      .filter((one) => one.month >= from && !one.withdrawn && one.supersededBy === null)
      .map((one) => [`${one.month} ${one.standing}`, one]),
  );
  for (const { month, problem, reporter, recordedBy } of standing.values()) {
    const text = problem?.trim() ?? '';
    if (text === '' || nothing.test(text)) continue;
    const before = told.get(text);
    const category = sorted.get(month) ?? before?.category ?? null;
    told.set(text, { month: before?.month ?? month, text, by: reporter ?? recordedBy, category });
  }
  return [...told.values()].toSorted((a, b) => (a.month < b.month ? 1 : -1)).slice(0, most);
}
