import { audit, type City, ensureMay } from '#access';
import { raisePackVersion } from '#db';
import { ensureVersion } from '#http';
import type { Id } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import { problemText } from '#pack';
import { latest, type Overlay, stepOf } from '../domain/overlay.ts';
import { packOn } from './pack-on.ts';
import { kindOf, sectionOfFile } from './section-of-file.ts';
import '../refusals.ts';
import { addStep, findOverlay, listOverlays, lockOverlay } from '../store/overlay.ts';
import { stateNames } from '../texts.ts';
import { checkText } from './check-text.ts';
import { openDraft } from './propose-overlay.ts';
import { publishLights } from './publish-lights.ts';

type OverlayId = Id<'overlay'>;

/** A second person lets it hold from its day; every instance reads the city's pack anew. */
export async function approveOverlay(
  city: City,
  { id, version }: { id: OverlayId; version: number },
): Promise<void> {
  const { tx, actor, today } = city;
  const overlay = await openDraft(city, id, version);
  const { file } = overlay;
  const section = sectionOfFile(city.pack, file);
  ensureMay(city, 'overlay.approve', { state: kindOf(section) });
  ensure(!wrote(overlay, actor.accountId), 'overlay.author_approves');
  const { content, effectiveFrom: day } = latest(overlay);
  ensure(day >= today, 'overlay.day_past', { day, today });
  await raisePackVersion(tx);
  const others = (await listOverlays(tx)).filter(({ overlayId }) => overlayId !== id);
  const { problems, difference, after } = checkText(city, { file, content, day, section, others });
  const first = problems[0];
  ensure(!first, 'overlay.faulty', { count: problems.length, first: first && problemText(first), problems });
  ensure(difference.length > 0, 'overlay.unchanged');
  if (section.id === 'lights') await publishLights(city, after, day);
  await addStep(tx, { ...stepBy(city, overlay), act: 'approve', fromOn: null, reason: null });
  await audit(city, {
    ...{ action: 'overlay.approve', object: 'overlay', objectId: id },
    details: { file, number: version, effectiveFrom: day },
  });
}

/** A draft is given up by its author or an approver; what was approved ends from a day on, by somebody who did not write it. */
export async function withdrawOverlay(
  city: City,
  {
    id,
    version,
    reason,
    fromOn = city.today,
  }: {
    id: OverlayId;
    version: number;
    reason: string;
    fromOn?: PlainDate;
  },
): Promise<void> {
  const { tx, actor, today } = city;
  await lockOverlay(tx, id);
  const overlay = await findOverlay(tx, id);
  ensure(overlay, 'overlay.not_found');
  const { file } = overlay;
  const section = sectionOfFile(city.pack, file);
  const approved = stepOf(overlay, 'approve') !== undefined;
  const own = wrote(overlay, actor.accountId);
  if (approved || !own) ensureMay(city, 'overlay.approve', { state: kindOf(section) });
  ensure(!stepOf(overlay, 'withdraw'), 'overlay.settled', { state: stateNames['withdrawn'] });
  const { number, effectiveFrom } = latest(overlay);
  ensureVersion(number, version, { current: { effectiveFrom } });
  ensure(!approved || !own, 'overlay.author_withdraws');
  ensure(fromOn >= today, 'overlay.day_past', { day: fromOn, today });
  if (approved) {
    await raisePackVersion(tx);
    // What never came to hold ends before it begins.
    const day = fromOn > effectiveFrom ? fromOn : effectiveFrom;
    const others = (await listOverlays(tx)).filter(({ overlayId }) => overlayId !== id);
    if (section.id === 'lights') await publishLights(city, packOn(city.pack, others, day).pack, day);
  }
  await addStep(tx, { ...stepBy(city, overlay), act: 'withdraw', fromOn, reason });
  await audit(city, {
    ...{ action: 'overlay.withdraw', object: 'overlay', objectId: id },
    details: { file, number, fromOn, reason, approved },
  });
}

export function wrote({ revisions }: Overlay, accountId: string): boolean {
  return revisions.some((one) => one.accountId === accountId);
}

function stepBy({ actor }: City, overlay: Overlay) {
  const { overlayId } = overlay;
  return { overlayId, number: latest(overlay).number, accountId: actor.accountId, byName: actor.name };
}
