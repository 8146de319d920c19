export { defineJob, type Job, type SweepRun } from './job.ts';
export { type JobRunner, type RunnerOptions, runIfDue, startJobs } from './runner.ts';
export { type JobState, jobStates } from './store/job-row.ts';
