import type { TimelineEvent } from '../../contract.ts';

/** The number of the last thing the reader has seen. */
export function lastNumber(timeline: readonly Pick<TimelineEvent, 'number'>[]): number {
  return Math.max(0, ...timeline.map(({ number }) => number));
}

/** What happened after that, in the order in which it happened. */
export function happenedSince<Event extends Pick<TimelineEvent, 'number'>>(
  timeline: readonly Event[],
  seen: number,
): Event[] {
  return timeline.filter(({ number }) => number > seen).sort((a, b) => a.number - b.number);
}
