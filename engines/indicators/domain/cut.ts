import { add, compare, parseDecimal, type Rational, rational, sub } from '#kernel/rational';

/**
 * A place between two values of an axis: just before or just after one, or at an end of the axis. A range with any
 * mixture of open and closed ends is the stretch between two cuts, so ranges fit together exactly where one's end cut
 * is the next one's start cut; no sampling is needed to see a hole of any width.
 */
export type Cut =
  | { readonly at: Rational; readonly side: 'before' | 'after' }
  | { readonly end: 'lowest' | 'highest' };

export const lowest: Cut = { end: 'lowest' };
export const highest: Cut = { end: 'highest' };

/** The values an axis has: every rational, or only multiples of a step; from a least value on, or without one. */
export type Axis = { readonly step: Rational | null; readonly least: Rational | null };

/** A range as people write it: from ≥, above >, to ≤, below <; what is absent does not bound. */
export type Bounds = {
  readonly from?: string;
  readonly above?: string;
  readonly to?: string;
  readonly below?: string;
};

export type Stretch = { readonly start: Cut; readonly stop: Cut };

export function stretchOf(bounds: Bounds, axis: Axis): Stretch {
  const start = cutOf(bounds.from, 'before') ?? cutOf(bounds.above, 'after') ?? lowest;
  const stop = cutOf(bounds.to, 'after') ?? cutOf(bounds.below, 'before') ?? highest;
  return { start: onAxis(start, axis), stop: onAxis(stop, axis) };
}

export function wholeAxis(axis: Axis): Stretch {
  return { start: axis.least ? { at: axis.least, side: 'before' } : lowest, stop: highest };
}

export function compareCuts(a: Cut, b: Cut): -1 | 0 | 1 {
  const [endOfA, endOfB] = [endRank(a), endRank(b)];
  if (endOfA !== endOfB) return endOfA < endOfB ? -1 : 1;
  if ('end' in a || 'end' in b) return 0;
  const byValue = compare(a.at, b.at);
  if (byValue !== 0 || a.side === b.side) return byValue;
  return a.side === 'before' ? -1 : 1;
}

export function laterCut(a: Cut, b: Cut): Cut {
  return compareCuts(a, b) >= 0 ? a : b;
}

export function earlierCut(a: Cut, b: Cut): Cut {
  return compareCuts(a, b) <= 0 ? a : b;
}

export function holds(stretch: Stretch, value: Rational): boolean {
  return (
    compareCuts(stretch.start, { at: value, side: 'before' }) <= 0 &&
    compareCuts({ at: value, side: 'after' }, stretch.stop) <= 0
  );
}

/** A value of the axis between two cuts, the first not after the second; a border itself where it lies inside. */
export function valueBetween(start: Cut, stop: Cut, axis: Axis): Rational {
  const step = axis.step ?? rational(1);
  if ('end' in start) {
    if ('end' in stop) return axis.least ?? rational(0);
    return stop.side === 'after' ? stop.at : sub(stop.at, step);
  }
  if (start.side === 'before') return start.at;
  if ('end' in stop) return add(start.at, step);
  return stop.side === 'after'
    ? stop.at
    : rational(start.at.num * stop.at.den + stop.at.num * start.at.den, 2n * start.at.den * stop.at.den);
}

function cutOf(text: string | undefined, side: 'before' | 'after'): Cut | undefined {
  const at = text === undefined ? undefined : parseDecimal(text);
  return at && { at, side };
}

/** On an axis of steps every cut lies just before a multiple of the step, and none before the least value. */
function onAxis(cut: Cut, axis: Axis): Cut {
  const stepped = 'end' in cut || !axis.step ? cut : beforeNextStep(cut, axis.step);
  return axis.least ? laterCut(stepped, { at: axis.least, side: 'before' }) : stepped;
}

function beforeNextStep(cut: { at: Rational; side: 'before' | 'after' }, step: Rational): Cut {
  const steps = rational(cut.at.num * step.den, cut.at.den * step.num);
  const floor = steps.num >= 0n ? steps.num / steps.den : -((-steps.num + steps.den - 1n) / steps.den);
  const onStep = steps.den === 1n;
  const next = onStep && cut.side === 'before' ? floor : floor + 1n;
  return { at: rational(next * step.num, step.den), side: 'before' };
}

function endRank(cut: Cut): number {
  return 'end' in cut ? (cut.end === 'lowest' ? -1 : 1) : 0;
}
