import { setTimeout as pause } from 'node:timers/promises';
import { refuse } from '#kernel/refusal';

/** serialization_failure, deadlock_detected: the transaction did nothing and may be run again. */
const repeatable = new Set(['40001', '40P01']);

/** Runs a whole transaction again when the database could not order it among others. */
export async function retrying<T>(work: () => Promise<T>, attempts = 5): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!repeatable.has(sqlState(error) ?? '')) throw error;
      if (attempt >= attempts) refuse('db.busy');
      await pause(5 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

export function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
