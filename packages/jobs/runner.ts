import { type Db, inPlatform } from '#db';
import type { Job } from './job.ts';
import { enterJob, finishJob, takeJob } from './store/job-row.ts';
import { type Turns, turns } from './turns.ts';

export type RunnerOptions = {
  readonly now?: () => Date;
  /** A sweep that failed is told here and runs again when it is next due. */
  readonly onFailure?: (job: Job, error: unknown) => void;
};

export type JobRunner = {
  /** Asks running sweeps to end and waits for them. */
  stop(): Promise<void>;
};

/** A running sweep holds one connection for its lock and uses others: some must be left for requests. */
const sweepsAtOnce = 4;

/** Runs each job when it is due. Any number of instances may do so: a due job is taken by one of them. */
export function startJobs(db: Db, jobs: readonly Job[], options: RunnerOptions = {}): JobRunner {
  const stopping = new AbortController();
  const inTurn = turns(sweepsAtOnce);
  const loops = jobs.map((job) => loop(db, job, options, stopping.signal, inTurn));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

/** Runs the job once if it is due and free; tells whether it ran. */
export async function runIfDue(db: Db, job: Job, options: RunnerOptions = {}): Promise<boolean> {
  await enter(db, job, options);
  return attempt(db, job, options, new AbortController().signal);
}

const clockOf = (options: RunnerOptions) => options.now ?? (() => new Date());

function enter(db: Db, job: Job, options: RunnerOptions): Promise<void> {
  return inPlatform(db, (tx) => enterJob(tx, job.id, clockOf(options)()));
}

async function attempt(db: Db, job: Job, options: RunnerOptions, signal: AbortSignal): Promise<boolean> {
  const now = clockOf(options);
  const at = now();
  const run = await inPlatform(db, async (tx) => {
    if (!(await takeJob(tx, job.id, at))) return { taken: false };
    const error = await sweep(db, job, at, signal);
    const dueAt = new Date(at.getTime() + job.everySeconds * 1000);
    await finishJob(
      tx,
      { id: job.id, startedAt: at, finishedAt: now(), dueAt },
      error ? String(error.cause) : null,
    );
    return { taken: true, error };
  });
  if (run.error) options.onFailure?.(job, run.error.cause);
  return run.taken;
}

/** A sweep that fails does not stop the others; its failure is kept with the job. */
async function sweep(db: Db, job: Job, at: Date, signal: AbortSignal): Promise<Error | undefined> {
  try {
    await job.sweep({ db, at, signal });
    return undefined;
  } catch (error) {
    return signal.aborted ? undefined : new Error(job.id, { cause: error });
  }
}

/** Instances look at least once a minute, so that the job of one that died is soon taken by another. */
async function loop(
  db: Db,
  job: Job,
  options: RunnerOptions,
  signal: AbortSignal,
  inTurn: Turns,
): Promise<void> {
  let entered = false;
  while (!signal.aborted) {
    try {
      if (!entered) await enter(db, job, options);
      entered = true;
      await inTurn(() => attempt(db, job, options, signal));
    } catch (error) {
      if (!signal.aborted) options.onFailure?.(job, error);
    }
    await untilNext(Math.min(job.everySeconds, 60) * 1000, signal);
  }
}

function untilNext(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}
