import { accessJobs } from '#access';
import { httpJobs } from '#http';
import type { Job } from '#jobs';

/** Sweeps every running instance takes part in. */
export const jobs: readonly Job[] = [...accessJobs, ...httpJobs];
