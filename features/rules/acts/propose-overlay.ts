import { audit, type City, ensureMay } from '#access';
import { ensureVersion } from '#http';
import { type Id, newId } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import { latest, type Overlay, type Revision } from '../domain/overlay.ts';
import { kindOf, sectionOfFile } from './section-of-file.ts';
import '../refusals.ts';
import { addRevision, findOverlay, listOverlays, lockOverlay } from '../store/overlay.ts';
import { stateNames } from '../texts.ts';
import { checkText, shippedText } from './check-text.ts';
import { type Wanted, wantedText } from './wanted-text.ts';

type OverlayId = Id<'overlay'>;
type About = { readonly effectiveFrom: PlainDate; readonly reason: string; readonly basis: string };

/** What is wrong with a text, and what it would change; nothing is kept. */
export async function checkOverlay(
  city: City,
  { file, effectiveFrom: day = city.today, ...wanted }: Wanted & { file: string; effectiveFrom?: PlainDate },
) {
  const section = sectionOfFile(city.pack, file);
  ensureMay(city, 'overlay.propose', { state: kindOf(section) });
  const content = wantedText(wanted, file, { effectiveFrom: day });
  const others = await listOverlays(city.tx);
  const { after: _, ...checked } = checkText(city, { file, content, day, section, others });
  return { content, ...checked, problems: [...checked.problems] };
}

/** A draft is kept also with faults, so that nothing typed is lost; it cannot be approved as long as it has any. */
export async function proposeOverlay(
  city: City,
  { file, effectiveFrom, reason, basis, ...wanted }: Wanted & About & { file: string },
): Promise<OverlayId> {
  ensureMay(city, 'overlay.propose', { state: kindOf(sectionOfFile(city.pack, file)) });
  const overlayId = newId<'overlay'>();
  const content = wantedText(wanted, file, { effectiveFrom, basis });
  await keep(city, { overlayId, file, number: 1, content, effectiveFrom, reason, basis });
  return overlayId;
}

export async function reviseOverlay(
  city: City,
  {
    id,
    version,
    effectiveFrom,
    reason,
    basis,
    ...wanted
  }: Wanted & About & { id: OverlayId; version: number },
): Promise<number> {
  const overlay = await openDraft(city, id, version);
  const { file } = overlay;
  ensureMay(city, 'overlay.propose', { state: kindOf(sectionOfFile(city.pack, file)) });
  const content = wantedText(wanted, file, { effectiveFrom, basis });
  const number = version + 1;
  await keep(city, { overlayId: id, file, number, content, effectiveFrom, reason, basis });
  return number;
}

/** The draft as its editor saw it, locked; refuses what was settled or saved by somebody else. */
export async function openDraft(city: City, id: OverlayId, version: number): Promise<Overlay> {
  await lockOverlay(city.tx, id);
  const overlay = await findOverlay(city.tx, id);
  ensure(overlay, 'overlay.not_found');
  const step = overlay.steps[0];
  const state = stateNames[step?.act === 'withdraw' ? 'dropped' : 'approved'];
  ensure(!step, 'overlay.settled', { state });
  const { number, content, effectiveFrom, byName } = latest(overlay);
  ensureVersion(number, version, { current: { content, effectiveFrom, byName } });
  return overlay;
}

async function keep(
  city: City,
  one: Omit<Revision, 'base' | 'accountId' | 'byName' | 'at'> & { overlayId: OverlayId; file: string },
): Promise<void> {
  const { accountId, name: byName } = city.actor;
  await addRevision(city.tx, { ...one, base: shippedText(city.pack, one.file), accountId, byName });
  const { file, number, effectiveFrom, reason, basis } = one;
  await audit(city, {
    ...{ action: 'overlay.propose', object: 'overlay', objectId: one.overlayId },
    details: { file, number, effectiveFrom, reason, basis },
  });
}
