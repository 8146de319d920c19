import { accessJobs } from '#access';
import { httpJobs } from '#http';
import type { Job } from '#jobs';
import { tellingJobs } from '#telling';
import { remindCommentsJob } from '../../features/dispatch/jobs.ts';
import { sweepMattersJob } from '../../features/matters/jobs.ts';
import { proposePressureJob } from '../../features/pressure/jobs.ts';
import { evaluateLightsJob } from '../../features/progress/jobs.ts';
import type { Program } from './program.ts';

/** Sweeps every running instance takes part in. */
export function jobsOf({ world }: Program): readonly Job[] {
  return [
    ...accessJobs,
    ...httpJobs,
    ...tellingJobs,
    evaluateLightsJob(world),
    sweepMattersJob(world),
    remindCommentsJob(world),
    proposePressureJob(world),
  ];
}
