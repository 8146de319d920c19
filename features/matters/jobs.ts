import { listCities } from '#db';
import type { ServerWorld } from '#http';
import { defineJob, type Job } from '#jobs';
import { sweepCity } from './acts/sweep-city.ts';

/** Rungs of ladders fire and call-backs time out within a minute of their instant. Two instances may sweep at once. */
export function sweepMattersJob(world: Pick<ServerWorld, 'open'>): Job {
  return defineJob({
    id: 'matters.sweep',
    everySeconds: 60,
    sweep: async ({ db, signal }) => {
      for (const { cityId } of await listCities(db)) await sweepCity(world, cityId, { signal });
    },
  });
}
