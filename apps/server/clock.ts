import { daysBetween, type PlainDate, todayInShanghai } from '#kernel/plain-date';

export type Clock = () => Date;

/** The time of day as it is, on the day that was set: midnight still passes. Without a day, the time as it is. */
export function clockFrom(today: string | undefined, real: Clock = () => new Date()): Clock {
  if (today === undefined) return real;
  const days = daysBetween(todayInShanghai(real()), today as PlainDate);
  return () => new Date(real().getTime() + days * 86_400_000);
}
