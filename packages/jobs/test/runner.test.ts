import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#db/testing';
import { defineJob, jobStates, runIfDue, startJobs } from '../index.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());

const at = (text: string) => ({ now: () => new Date(`2026-05-06T${text}Z`) });

function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

describe('a job of every minute', () => {
  test('runs when due and not before', async () => {
    const job = defineJob({ id: 'test.minute', everySeconds: 60, sweep: async () => undefined });
    const ran = [];
    for (const time of ['00:00:00', '00:00:59', '00:01:00', '00:01:30', '00:09:00'])
      ran.push(await runIfDue(base.db, job, at(time)));
    expect(ran).toEqual([true, false, true, false, true]);
  });

  test('is taken by one of several instances', async () => {
    const [started, finish] = [gate(), gate()];
    let runs = 0;
    const job = defineJob({
      id: 'test.shared',
      everySeconds: 60,
      sweep: async () => {
        runs++;
        started.open();
        await finish.opened;
      },
    });
    const first = runIfDue(base.db, job, at('01:00:00'));
    await started.opened;
    expect(await runIfDue(base.db, job, at('01:00:01'))).toBe(false);
    finish.open();
    expect(await first).toBe(true);
    expect(runs).toBe(1);
  });

  test('that fails says why, and runs again when next due', async () => {
    const failures: string[] = [];
    let broken = true;
    const job = defineJob({
      id: 'test.failing',
      everySeconds: 60,
      sweep: async () => {
        if (broken) throw new Error('no answer');
      },
    });
    const onFailure = (_: unknown, error: unknown) => failures.push(String(error));
    const failure = async () => (await jobStates(base.db)).find((state) => state.id === job.id)?.failure;
    expect(await runIfDue(base.db, job, { ...at('00:00:00'), onFailure })).toBe(true);
    expect(failures).toEqual(['Error: no answer']);
    expect(await failure()).toBe('Error: no answer');
    broken = false;
    expect(await runIfDue(base.db, job, { ...at('00:01:00'), onFailure })).toBe(true);
    expect(await failure()).toBeNull();
  });
});

test('stopping asks a running sweep to end and waits for it', async () => {
  const started = gate();
  const steps: string[] = [];
  const job = defineJob({
    id: 'test.long',
    everySeconds: 3600,
    sweep: async ({ signal }) => {
      started.open();
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      steps.push('ended');
    },
  });
  const runner = startJobs(base.db, [job]);
  await started.opened;
  await runner.stop();
  expect(steps).toEqual(['ended']);
});

test.each([
  ['an empty id', { id: '', everySeconds: 1 }],
  ['an id with a space', { id: 'a b', everySeconds: 1 }],
  ['no interval', { id: 'a', everySeconds: 0 }],
])('a job with %s is a defect', (_, job) => {
  expect(() => defineJob({ ...job, sweep: async () => undefined })).toThrow();
});
