import type { InputOf } from '#http/client';
import { isMonth } from '#kernel/month';
import type { listMatters } from '../../contract.ts';

export type Filter = InputOf<typeof listMatters>;

const mine = ['seated', 'lead', 'raised'] as const;

/** `all` stands for no filter at all, unlike an address without any. */
export function searchOf(filter: Filter): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) {
    if (value === undefined || value === '' || (key === 'page' && value === 1)) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(key, String(one));
  }
  return search.size === 0 ? 'all' : search.toString();
}

/** An address without any filter shows what is open; `all` shows everything. What does not read is left out: an address may be typed by hand. */
export function filterIn(search: string): Filter {
  const given = new URLSearchParams(search);
  if (given.size === 0) return { open: true };
  const text = (key: string) => given.get(key) || undefined;
  const several = (key: string) => {
    const all = given.getAll(key).filter((one) => one !== '');
    return all.length > 0 ? all : undefined;
  };
  const truth = (key: string) => {
    const value = given.get(key);
    return value === 'true' ? true : value === 'false' ? false : undefined;
  };
  const number = (key: string) => {
    const value = given.get(key);
    return value !== null && /^\d{1,6}$/.test(value) ? Number(value) : undefined;
  };
  const month = text('openedMonth');
  return {
    kinds: several('kinds'),
    states: several('states'),
    levels: several('levels'),
    lead: text('lead') as Filter['lead'],
    mine: mine.find((one) => one === given.get('mine')),
    projectId: text('projectId') as Filter['projectId'],
    open: truth('open'),
    overdue: given.get('overdue') === 'true' || undefined,
    dueInDays: number('dueInDays'),
    openedMonth: month && isMonth(month) ? month : undefined,
    words: text('words'),
    page: number('page') || undefined,
  };
}
