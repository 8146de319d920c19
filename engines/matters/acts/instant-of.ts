import type { City } from '#access';
import { daysBetween, todayInShanghai } from '#kernel/plain-date';

const dayMs = 86_400_000;

/** The time as it is, on the city's day where that is another one: in a demonstration year clocks count from there. */
export function instantOf({ now, today }: Pick<City, 'now' | 'today'>): Date {
  const days = daysBetween(todayInShanghai(now), today);
  return days === 0 ? now : new Date(now.getTime() + days * dayMs);
}
