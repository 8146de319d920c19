import { type Db, listCities } from '#db';
import { defineJob } from '#jobs';
import { sealAudit } from './sealer.ts';
import { sweepSessions } from './session.ts';

const dayMs = 86_400_000;

/** When each city's rows were last looked through from the beginning, by this process. */
const lookedThrough = new WeakMap<Db, Map<number, number>>();

/** Seals every city's committed rows within a second; at first, and once a day, it looks through all of them. */
export const sealAuditJob = defineJob({
  id: 'access.seal-audit',
  everySeconds: 1,
  sweep: async ({ db, at, signal }) => {
    const known = lookedThrough.get(db) ?? new Map<number, number>();
    lookedThrough.set(db, known);
    for (const { cityId } of await listCities(db)) {
      if (signal.aborted) return;
      const whole = at.getTime() - (known.get(cityId) ?? 0) >= dayMs;
      await sealAudit(db, cityId, { whole });
      if (whole) known.set(cityId, at.getTime());
    }
  },
});

export const sweepSessionsJob = defineJob({
  id: 'access.sweep-sessions',
  everySeconds: 600,
  sweep: async ({ db, at, signal }) => {
    for (const { cityId } of await listCities(db)) {
      if (signal.aborted) return;
      await sweepSessions(db, cityId, at);
    }
  },
});

export const accessJobs = [sealAuditJob, sweepSessionsJob] as const;
