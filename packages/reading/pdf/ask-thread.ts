import { Worker } from 'node:worker_threads';

export type ThreadLimits = { readonly megabytes: number; readonly milliseconds: number };

const MB = 1024 * 1024;
const lookEvery = 50;

/**
 * Runs a module in a thread of its own until it posts its answer, or until its time or its memory is used up. A
 * thread's own limit counts objects only; unpacked streams lie outside it, so the growth of the process is watched
 * too.
 */
export async function askThread<T>(
  module: URL,
  workerData: unknown,
  limits: ThreadLimits,
): Promise<{ readonly answer: T } | { readonly stopped: 'time' | 'memory' }> {
  const worker = new Worker(module, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    stdout: true,
    stderr: true,
  });
  const before = process.memoryUsage.rss();
  const until = performance.now() + limits.milliseconds;
  let watch: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      watch = setInterval(() => {
        if (performance.now() > until) resolve({ stopped: 'time' });
        else if (process.memoryUsage.rss() - before > 2 * limits.megabytes * MB)
          resolve({ stopped: 'memory' });
      }, lookEvery);
      worker.once('message', (answer: T) => resolve({ answer }));
      worker.once('error', (error) => {
        const full = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        if (full) resolve({ stopped: 'memory' });
        else reject(error);
      });
      worker.once('exit', (code) => reject(new Error(`the thread ended with ${code} and no answer`)));
    });
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
}
