import { useLocation, useSearch } from 'wouter';
import type { InputOf } from '#http/client';
import { isPlainDate } from '#kernel/plain-date';
import { categories, lights, type listProjects, projectSorts } from '../contract.ts';

export type Filter = InputOf<typeof listProjects>;

/** The filter stands in the address: it can be sent to a colleague, and going back finds it again. */
export function useFilter(): readonly [filter: Filter, change: (filter: Filter) => void, search: string] {
  const search = useSearch();
  const [path, go] = useLocation();
  const change = (filter: Filter) => {
    go(`${path}?${searchOf(filter)}`, { replace: true });
  };
  return [filterOf(search), change, search];
}

/** `all`: no filter at all, unlike an address without any, which shows the latest year. */
export function searchOf(filter: Filter): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) {
    if (value === undefined || value === '' || value === false || (key === 'page' && value === 1)) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(key, String(one));
  }
  return search.size === 0 ? 'all' : search.toString();
}

/** What does not read is left out: an address may be old or typed by hand. */
export function filterOf(search: string): Filter {
  const given = new URLSearchParams(search);
  const text = (key: string) => given.get(key) ?? undefined;
  const number = (key: string) => {
    const value = Number(given.get(key));
    return Number.isInteger(value) && value > 0 ? value : undefined;
  };
  const among = <T extends string>(key: string, words: readonly T[]) =>
    words.find((one) => one === given.get(key));
  const asOf = text('asOf');
  const stages = given.getAll('stages');
  return {
    text: text('text'),
    district: text('district') as Filter['district'],
    leading: given.get('leading') === 'true' || undefined,
    holder: text('holder') as Filter['holder'],
    list: text('list'),
    year: number('year'),
    category: among('category', categories),
    stages: stages.length > 0 ? stages : undefined,
    light: among('light', lights),
    lacks: among('lacks', ['plan', 'report']),
    asOf: isPlainDate(asOf) ? asOf : undefined,
    own: given.get('own') === 'true' || undefined,
    sort: among('sort', projectSorts),
    descending: given.get('descending') === 'true' || undefined,
    page: number('page'),
  };
}
