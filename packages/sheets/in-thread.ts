import { Worker } from 'node:worker_threads';

export type ThreadLimits = { readonly megabytes: number; readonly milliseconds: number };

/** Runs a module in a thread of its own until it posts its answer, or until its time or its memory is used up. */
export function inThread<T>(
  module: URL,
  workerData: unknown,
  limits: ThreadLimits,
): Promise<{ answer: T } | { stopped: 'time' | 'memory' }> {
  const worker = new Worker(module, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  let timer: NodeJS.Timeout | undefined;
  return new Promise<{ answer: T } | { stopped: 'time' | 'memory' }>((resolve, reject) => {
    timer = setTimeout(() => resolve({ stopped: 'time' }), limits.milliseconds);
    worker.once('message', (answer: T) => resolve({ answer }));
    worker.once('error', (error) => {
      const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (outOfMemory) resolve({ stopped: 'memory' });
      else reject(error);
    });
    worker.once('exit', (code) => reject(new Error(`the thread ended with ${code} and no answer`)));
  }).finally(async () => {
    clearTimeout(timer);
    await worker.terminate();
  });
}
