import type { City } from '#access';
import { calendarOf } from '#calendar';
import type { ClockWorld } from '../domain/clock-stops.ts';
import { readExcludedPeriods } from '../store/excluded-period.ts';
import { instantOf } from './instant-of.ts';

/** What the clocks of one kind count on: the calendar in force and the declared periods, as of an instant. */
export async function clockWorld(city: City, kind: string, asOf = instantOf(city)): Promise<ClockWorld> {
  return (await clockWorlds(city, asOf))(kind);
}

/** The same for matters of many kinds: read once, made once for each kind. */
export async function clockWorlds(city: City, asOf = instantOf(city)): Promise<(kind: string) => ClockWorld> {
  const [calendar, periods] = await Promise.all([calendarOf(city), readExcludedPeriods(city.tx)]);
  const made = new Map<string, ClockWorld>();
  return (kind) => {
    const known = made.get(kind);
    if (known) return known;
    const excluded = periods.filter(({ kinds }) => kinds === null || kinds.includes(kind));
    const world = { calendar, excluded, asOf };
    made.set(kind, world);
    return world;
  };
}
