import type { PlainDate } from '#kernel/plain-date';
import { overlayPack, type Pack, type PackProblem } from '#pack';
import { inForceOn, latest, type Overlay } from '../domain/overlay.ts';

/** An overlay the files of today no longer fit, and why. */
export type Unfit = { readonly overlay: Overlay; readonly problems: readonly PackProblem[] };

/**
 * The shipped pack with the overlays in force on a day. One that no longer fits, since the program or its pack has
 * changed, is left out and told; it must not keep a whole city from working.
 */
export function packOn(
  shipped: Pack,
  overlays: readonly Overlay[],
  day: PlainDate,
): { pack: Pack; unfit: Unfit[] } {
  const inForce = inForceOn(overlays, day);
  const together = overlayPack(shipped, filesOf(inForce));
  if (together.problems.length === 0) return { pack: together.pack, unfit: [] };
  const fit: Overlay[] = [];
  const unfit: Unfit[] = [];
  for (const overlay of inForce) {
    const { problems } = overlayPack(shipped, filesOf([...fit, overlay]));
    if (problems.length === 0) fit.push(overlay);
    else unfit.push({ overlay, problems });
  }
  return { pack: overlayPack(shipped, filesOf(fit)).pack, unfit };
}

export function filesOf(overlays: readonly Overlay[]): Map<string, string> {
  return new Map(overlays.map((one) => [one.file, latest(one).content]));
}
