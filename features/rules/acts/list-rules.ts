import { type City, ensureMay, may } from '#access';
import { packTexts, shippedPack } from '#pack';
import { inForceOn } from '../domain/overlay.ts';
import { listOverlays } from '../store/overlay.ts';
import { overlayLines } from './overlay-line.ts';
import { kindOf, nameOfSection, whereElse } from './section-of-file.ts';

/** Every part of the city's pack, and all that was changed of it on screen. */
export async function listRules(city: City) {
  ensureMay(city, 'overlay.view', {});
  const overlays = await listOverlays(city.tx);
  const inForce = new Map(inForceOn(overlays, city.today).map((one) => [one.file, one.overlayId]));
  const readers = shippedPack(city.pack).source?.readers ?? [];
  const sections = readers.map((section) => {
    const elsewhere = whereElse(section.id) ?? null;
    const files = section.files.filter((file) => !file.includes('*'));
    return {
      ...{ id: section.id, name: nameOfSection(section), elsewhere },
      files: files.map((file) => ({
        file,
        layers: packTexts(city.pack, file).map(({ layer }) => layer),
        inForce: inForce.get(file) ?? null,
      })),
      mayPropose: elsewhere === null && may(city.actor, 'overlay.propose', { state: kindOf(section) }),
    };
  });
  return { today: city.today, sections, overlays: overlayLines(city, overlays) };
}
