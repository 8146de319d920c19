/** The numbers of the rows from one to another, both included; none where the first is the greater. */
export function rowsBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
