import type { Id } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';

/** One wording of a city's own file, by one author. */
export type Revision = {
  readonly number: number;
  readonly content: string;
  /** The shipped file it was written against; null where the pack has none. */
  readonly base: string | null;
  readonly effectiveFrom: PlainDate;
  readonly reason: string;
  /** A clause, or 平台默认值. */
  readonly basis: string;
  readonly accountId: string;
  readonly byName: string;
  readonly at: Date;
};

export type Step = {
  readonly act: 'approve' | 'withdraw';
  readonly number: number;
  /** A withdrawal's first day. */
  readonly fromOn: PlainDate | null;
  readonly reason: string | null;
  readonly accountId: string;
  readonly byName: string;
  readonly at: Date;
};

/** A city's own version of one file of its pack. */
export type Overlay = {
  readonly overlayId: Id<'overlay'>;
  readonly file: string;
  /** At least one, by number. */
  readonly revisions: readonly Revision[];
  readonly steps: readonly Step[];
};

/** `dropped`: a draft that was given up; `superseded`: approved, and a later one of the same file holds. */
export type OverlayState = 'draft' | 'approved' | 'in-force' | 'superseded' | 'withdrawn' | 'dropped';

export function latest({ revisions }: Overlay): Revision {
  return revisions.at(-1) as Revision;
}

export function stepOf(overlay: Overlay, act: Step['act']): Step | undefined {
  return overlay.steps.find((step) => step.act === act);
}

/** Whether it could hold on a day, other overlays of its file aside. */
function holds(overlay: Overlay, day: PlainDate): boolean {
  const ended = stepOf(overlay, 'withdraw')?.fromOn;
  return (
    stepOf(overlay, 'approve') !== undefined &&
    latest(overlay).effectiveFrom <= day &&
    !(ended && ended <= day)
  );
}

/** One overlay per file: of those that hold on the day the latest effective, then the latest approved. */
export function inForceOn(overlays: readonly Overlay[], day: PlainDate): Overlay[] {
  const holding = overlays.filter((one) => holds(one, day));
  return [...Map.groupBy(holding, ({ file }) => file).values()].map((rivals) =>
    rivals.reduce((best, one) => (comesAfter(one, best) ? one : best)),
  );
}

function comesAfter(one: Overlay, other: Overlay): boolean {
  const [a, b] = [latest(one).effectiveFrom, latest(other).effectiveFrom];
  if (a !== b) return a > b;
  return approvedAt(one) > approvedAt(other);
}

function approvedAt(overlay: Overlay): number {
  return stepOf(overlay, 'approve')?.at.getTime() ?? 0;
}

export function stateOn(overlay: Overlay, all: readonly Overlay[], day: PlainDate): OverlayState {
  const ended = stepOf(overlay, 'withdraw');
  if (!stepOf(overlay, 'approve')) return ended ? 'dropped' : 'draft';
  if (ended?.fromOn && (ended.fromOn <= day || ended.fromOn <= latest(overlay).effectiveFrom))
    return 'withdrawn';
  if (latest(overlay).effectiveFrom > day) return 'approved';
  return inForceOn(all, day).includes(overlay) ? 'in-force' : 'superseded';
}
