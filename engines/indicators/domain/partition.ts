import type { Rational } from '#kernel/rational';
import {
  type Axis,
  compareCuts,
  earlierCut,
  laterCut,
  type Stretch,
  valueBetween,
  wholeAxis,
} from './cut.ts';

/** A range of values with the name of what it stands for. */
export type Piece = { readonly id: string; readonly stretch: Stretch };

/** Why pieces are no partition, each with a value that shows it. */
export type PartitionFault =
  | { readonly kind: 'gap'; readonly example: Rational }
  | { readonly kind: 'overlap'; readonly example: Rational; readonly pieces: readonly [string, string] }
  | { readonly kind: 'empty'; readonly piece: string };

/** No fault: every value of the axis lies in exactly one piece. */
export function partitionFaults(pieces: readonly Piece[], axis: Axis): PartitionFault[] {
  const empty = pieces.filter(({ stretch }) => compareCuts(stretch.start, stretch.stop) >= 0);
  if (empty.length > 0) return empty.map(({ id }) => ({ kind: 'empty', piece: id }));
  const sorted = pieces.toSorted((a, b) => compareCuts(a.stretch.start, b.stretch.start));
  const whole = wholeAxis(axis);
  const faults: PartitionFault[] = [];
  let reached = whole.start;
  let last: Piece | undefined;
  for (const piece of sorted) {
    const { start, stop } = piece.stretch;
    if (compareCuts(start, reached) > 0) {
      faults.push({ kind: 'gap', example: valueBetween(reached, start, axis) });
    }
    if (last && compareCuts(start, reached) < 0) {
      const example = valueBetween(start, earlierCut(stop, reached), axis);
      faults.push({ kind: 'overlap', example, pieces: [last.id, piece.id] });
    }
    if (!last || compareCuts(stop, reached) > 0) last = piece;
    reached = laterCut(reached, stop);
  }
  if (compareCuts(reached, whole.stop) < 0) {
    faults.push({ kind: 'gap', example: valueBetween(reached, whole.stop, axis) });
  }
  return faults;
}
