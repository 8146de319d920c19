import { systemActor } from '#access';
import { listCities } from '#db';
import type { ServerWorld } from '#http';
import { defineJob, type Job } from '#jobs';
import { evaluateIfDue } from './acts/evaluate-lights.ts';
import './permissions.ts';

/** Evaluates every city's lights, each day from the evaluation day on. Running twice changes nothing. */
export function evaluateLightsJob({ open }: Pick<ServerWorld, 'open'>): Job {
  return defineJob({
    id: 'progress.evaluate-lights',
    everySeconds: 3600,
    sweep: async ({ db, signal }) => {
      for (const { cityId } of await listCities(db)) {
        if (signal.aborted) return;
        await open({ cityId, actor: systemActor }, { readOnly: false, origin: {} }, evaluateIfDue);
      }
    },
  });
}
