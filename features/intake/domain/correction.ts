/**
 * A row whose own amounts contradict its earlier reports. `unknown`: nobody can say what they should be. Otherwise what
 * each would have to change by: a sum that is right once they do is not called wrong.
 */
export type Correction = 'unknown' | { readonly monthFen?: bigint; readonly cumFen?: bigint };

/** By `rowRef`. */
export type Corrections = ReadonlyMap<string, Correction>;

/** Whether a difference is what some of the corrections add up to. */
export function explains(corrections: readonly bigint[], difference: bigint): boolean {
  const reached = new Set<bigint>([0n]);
  for (const correction of corrections.slice(0, 16)) {
    for (const sum of [...reached]) reached.add(sum + correction);
    if (reached.size > 70_000) break;
  }
  return difference !== 0n && reached.has(difference);
}
