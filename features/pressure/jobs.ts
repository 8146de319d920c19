import { systemActor } from '#access';
import { listCities } from '#db';
import { monthLocks } from '#engines/indicators';
import type { ServerWorld } from '#http';
import { defineJob, type Job } from '#jobs';
import { makeProposals } from './acts/make-proposals.ts';
import { proposalsMadeOf } from './acts/proposals-made-of.ts';
import './permissions.ts';

/** A month that was locked is gone through within the hour. Running twice proposes nothing twice. */
export function proposePressureJob({ open }: Pick<ServerWorld, 'open'>): Job {
  return defineJob({
    id: 'pressure.propose',
    everySeconds: 3600,
    sweep: async ({ db, signal }) => {
      for (const { cityId } of await listCities(db)) {
        if (signal.aborted) return;
        await open({ cityId, actor: systemActor }, { readOnly: false, origin: {} }, async (city) => {
          const locked = (await monthLocks(city)).at(-1)?.month;
          if (locked && !(await proposalsMadeOf(city, locked))) await makeProposals(city);
        });
      }
    },
  });
}
