import type { City } from '#access';
import { calendarOf } from '#calendar';
import type { ClockWorld } from '../domain/clock-stops.ts';
import { readExcludedPeriods } from '../store/excluded-period.ts';
import { instantOf } from './instant-of.ts';

/** What the clocks of one kind count on: the calendar in force and the declared periods, as of an instant. */
export async function clockWorld(city: City, kind: string, asOf = instantOf(city)): Promise<ClockWorld> {
  const [calendar, periods] = await Promise.all([calendarOf(city), readExcludedPeriods(city.tx)]);
  const excluded = periods.filter(({ kinds }) => kinds === null || kinds.includes(kind));
  return { calendar, excluded, asOf };
}
