import { scopeOf, systemActor } from '#access';
import { inScope, listCities } from '#db';
import { defineJob } from '#jobs';
import { forgetAnswers } from './store/idempotency.ts';

const keptDays = 7;
const batch = 1000;

/** A retry after a week is a new request. */
export const forgetAnswersJob = defineJob({
  id: 'http.forget-answers',
  everySeconds: 3600,
  sweep: async ({ db, at, signal }) => {
    const before = new Date(at.getTime() - keptDays * 86_400_000);
    for (const { cityId } of await listCities(db)) {
      let gone = batch;
      while (gone === batch && !signal.aborted) {
        gone = await inScope(db, scopeOf(systemActor, cityId), (tx) => forgetAnswers(tx, before, batch));
      }
    }
  },
});

export const httpJobs = [forgetAnswersJob] as const;
