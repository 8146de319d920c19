import type { City } from '#access';
import { type DifferenceLine, difference, linesOf } from '../domain/difference.ts';
import { latest, type OverlayState, stateOn } from '../domain/overlay.ts';
import { listOverlays } from '../store/overlay.ts';
import { shippedText } from './check-text.ts';
import { packOn } from './pack-on.ts';

export type FileDifference = {
  readonly overlayId: string;
  readonly file: string;
  readonly state: OverlayState;
  readonly effectiveFrom: string;
  readonly reason: string;
  readonly basis: string;
  /** From the shipped file to the city's own. */
  readonly difference: DifferenceLine[];
  /** How the shipped file changed since the city's own was written. */
  readonly drift: DifferenceLine[];
  /** Why it is left out, though in force. */
  readonly problems: readonly { readonly line: number; readonly message: string; readonly remedy: string }[];
};

/** What was changed of the pack on screen and lives: drafts, what will hold, what holds; against the files as shipped. */
export async function packDifference(city: City): Promise<FileDifference[]> {
  const overlays = await listOverlays(city.tx);
  const { unfit } = packOn(city.pack, overlays, city.today);
  return overlays.flatMap((overlay) => {
    const state = stateOn(overlay, overlays, city.today);
    if (state !== 'draft' && state !== 'approved' && state !== 'in-force') return [];
    const { overlayId, file } = overlay;
    const { content, base, effectiveFrom, reason, basis } = latest(overlay);
    const shipped = linesOf(shippedText(city.pack, file));
    return {
      ...{ overlayId, file, state, effectiveFrom, reason, basis },
      difference: difference(shipped, linesOf(content)),
      drift: difference(linesOf(base), shipped),
      problems: unfit.find((one) => one.overlay === overlay)?.problems ?? [],
    };
  });
}
