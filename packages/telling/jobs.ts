import { listCities } from '#db';
import { defineJob } from '#jobs';
import { drainOutward } from './drain.ts';
import { gatherDigest } from './gather-digest.ts';

/** A city whose receivers do not answer waits for them; the others need not wait for it. */
const citiesAtOnce = 4;

/** Carries outward what was told. */
export const outwardJob = defineJob({
  id: 'telling.outward',
  everySeconds: 5,
  sweep: async ({ db, signal }) => {
    const now = () => new Date();
    const cities = [...(await listCities(db))];
    while (cities.length > 0 && !signal.aborted) {
      const some = cities.splice(0, citiesAtOnce);
      await Promise.all(some.map(({ cityId }) => drainOutward(db, cityId, { now, signal })));
    }
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
