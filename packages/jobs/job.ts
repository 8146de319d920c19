import type { Db } from '#db';

/** One run of a sweep: the instant it is given, and a signal that asks it to end early. */
export type SweepRun = { readonly db: Db; readonly at: Date; readonly signal: AbortSignal };

/**
 * A sweep asks what is due at the instant it is given and does it in batches. It may be cut off anywhere and may
 * run twice without harm.
 */
export type Job = {
  readonly id: string;
  readonly everySeconds: number;
  readonly sweep: (run: SweepRun) => Promise<void>;
};

export function defineJob(job: Job): Job {
  if (!/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/.test(job.id)) throw new Error(`not a job id: ${job.id}`);
  if (!(job.everySeconds > 0)) throw new Error(`${job.id}: everySeconds must be above zero`);
  return job;
}
