import { scopeOf, systemActor } from '#access';
import { type Db, inScope, listCities, retrying } from '#db';
import { defineJob, type Job } from '#jobs';
import { todayInShanghai } from '#kernel/plain-date';
import type { Pack } from '#pack';
import { evaluateIfDue } from './acts/evaluate-lights.ts';
import './permissions.ts';

/** Evaluates every city's lights, each day from the evaluation day on. Running twice changes nothing. */
export function evaluateLightsJob(packOf: (cityId: number) => Pack | undefined): Job {
  return defineJob({
    id: 'progress.evaluate-lights',
    everySeconds: 3600,
    sweep: async ({ db, at, signal }) => {
      for (const { cityId } of await listCities(db)) {
        const pack = packOf(cityId);
        if (signal.aborted) return;
        if (pack) await evaluateOne(db, cityId, pack, at);
      }
    },
  });
}

function evaluateOne(db: Db, cityId: number, pack: Pack, at: Date): Promise<boolean> {
  const actor = systemActor;
  return retrying(() =>
    inScope(db, scopeOf(actor, cityId), (tx) =>
      evaluateIfDue({ tx, cityId, pack, today: todayInShanghai(at), now: at, actor }),
    ),
  );
}
