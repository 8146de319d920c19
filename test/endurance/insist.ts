import { setTimeout as pause } from 'node:timers/promises';
import { CallRefused } from '#http/client';

/** Asks again for as long as nobody answers; a refusal of the act itself goes through. */
export async function insist<T>(ask: () => Promise<T>, unanswered: () => void = () => undefined): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isPassing(error)) throw error;
      unanswered();
      await pause(100);
    }
  }
}

/** Nobody there, or on the way back; or the same request, sent before the kill, is still being undone. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof CallRefused &&
    ([0, 502, 503, 504].includes(error.status) || error.code === 'http.key_busy')
  );
}
