import { listCities } from '#db';
import { defineJob } from '#jobs';
import { drainOutward } from './drain.ts';
import { gatherDigest } from './gather-digest.ts';

/** Carries outward what was told. */
export const outwardJob = defineJob({
  id: 'telling.outward',
  everySeconds: 5,
  sweep: async ({ db, signal }) => {
    const now = () => new Date();
    for (const { cityId } of await listCities(db)) await drainOutward(db, cityId, { now, signal });
  },
});

/** Gathers what waited for the message of the day. */
export const digestJob = defineJob({
  id: 'telling.digest',
  everySeconds: 60,
  sweep: async ({ db, at, signal }) => {
    for (const { cityId } of await listCities(db)) if (!signal.aborted) await gatherDigest(db, cityId, at);
  },
});

export const tellingJobs = [digestJob, outwardJob] as const;
