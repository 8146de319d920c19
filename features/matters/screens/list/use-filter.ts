import { useLocation, useSearch } from 'wouter';
import { type Filter, filterIn, searchOf } from './filter.ts';

export { searchOf } from './filter.ts';

/** The filter stands in the address: it can be sent to a colleague, and going back finds it again. */
export function useFilter(): readonly [filter: Filter, change: (filter: Filter) => void] {
  const search = useSearch();
  const [path, go] = useLocation();
  return [filterIn(search), (filter) => go(`${path}?${searchOf(filter)}`, { replace: true })];
}
