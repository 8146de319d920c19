import type { Calendar, DayKind } from '#kernel/calendar';
import { addDays, type PlainDate } from '#kernel/plain-date';

type KnownDay = { readonly kind: DayKind; readonly next: PlainDate };

const known = new WeakMap<Calendar, Map<PlainDate, KnownDay>>();

/** What a calendar says of a day, and the day after it: asked once, since a sweep walks the same days for every clock. */
export function knownDay(calendar: Calendar, day: PlainDate): KnownDay {
  const days = known.get(calendar) ?? new Map<PlainDate, KnownDay>();
  if (days.size === 0) known.set(calendar, days);
  const found = days.get(day);
  if (found) return found;
  const made = { kind: calendar.dayKind(day), next: addDays(day, 1) };
  days.set(day, made);
  return made;
}
