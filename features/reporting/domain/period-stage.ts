import type { Period, StepDue } from '#engines/indicators';
import type { PlainDate } from '#kernel/plain-date';

export function stageOf({ lock, published }: Pick<Period, 'lock' | 'published'>) {
  if (published) return 'published' as const;
  return lock ? ('locked' as const) : ('open' as const);
}

/** What is due at an hour of a day is over from that hour on; without an hour, from the next day on. */
export function isOver(
  { dueOn }: Pick<StepDue, 'dueOn'>,
  cutOffHour: number | null,
  clock: { readonly today: PlainDate; readonly hour: number },
): boolean {
  if (clock.today > dueOn) return true;
  return cutOffHour !== null && clock.today === dueOn && clock.hour >= cutOffHour;
}

export function hourInShanghai(instant: Date): number {
  return (instant.getUTCHours() + 8) % 24;
}
