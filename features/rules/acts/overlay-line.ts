import type { City } from '#access';
import { sectionReading } from '#pack';
import { latest, type Overlay, stateOn, stepOf } from '../domain/overlay.ts';
import { shippedText } from './check-text.ts';
import { packOn } from './pack-on.ts';
import { nameOfSection } from './section-of-file.ts';

/** Overlays as a list shows them, the latest first. */
export function overlayLines(city: City, overlays: readonly Overlay[]) {
  const unfit = new Set(
    packOn(city.pack, overlays, city.today).unfit.map(({ overlay }) => overlay.overlayId),
  );
  return overlays.map((one) => overlayLine(city, one, overlays, unfit.has(one.overlayId))).reverse();
}

export function overlayLine(city: City, overlay: Overlay, all: readonly Overlay[], unfit: boolean) {
  const { overlayId, file, revisions } = overlay;
  const { effectiveFrom, reason, basis, at, number, base } = latest(overlay);
  const state = stateOn(overlay, all, city.today);
  const section = sectionReading(city.pack, file);
  const live = state === 'draft' || state === 'approved' || state === 'in-force';
  return {
    ...{ overlayId, file, state, effectiveFrom, reason, basis, at, number, unfit },
    sectionName: section ? nameOfSection(section) : file,
    authors: [...new Set(revisions.map(({ byName }) => byName))],
    approvedBy: stepOf(overlay, 'approve')?.byName ?? null,
    withdrawnFrom: stepOf(overlay, 'withdraw')?.fromOn ?? null,
    drifted: live && shippedText(city.pack, file) !== base,
  };
}
