const minute = 60_000;

/** Waits after each failed attempt (平台默认值); after the last one the message waits for a person. */
const waits = [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * minute);

/** When to try again after so many attempts; undefined: no more. */
export function nextAttempt(attempts: number, at: Date): Date | undefined {
  const wait = waits[attempts - 1];
  return wait === undefined ? undefined : new Date(at.getTime() + wait);
}
