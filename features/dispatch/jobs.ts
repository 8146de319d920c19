import { systemActor } from '#access';
import { listCities } from '#db';
import type { ServerWorld } from '#http';
import { defineJob, type Job } from '#jobs';
import { remindComments } from './acts/remind-comments.ts';

/** Reminds of comments that end soon, in every city. Running twice tells nobody twice. */
export function remindCommentsJob({ open }: Pick<ServerWorld, 'open'>): Job {
  return defineJob({
    id: 'dispatch.remind-comments',
    everySeconds: 3600,
    sweep: async ({ db, signal }) => {
      for (const { cityId } of await listCities(db)) {
        if (signal.aborted) return;
        await open({ cityId, actor: systemActor }, { readOnly: false, origin: {} }, remindComments);
      }
    },
  });
}
