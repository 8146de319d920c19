import { type City, ensureMay, may } from '#access';
import { packTexts, yamlValue } from '#pack';
import { inForceOn, latest } from '../domain/overlay.ts';
import { listOverlays } from '../store/overlay.ts';
import { startingText, textOn } from './check-text.ts';
import { overlayLines } from './overlay-line.ts';
import { kindOf, nameOfSection, sectionOfFile } from './section-of-file.ts';

/** One file of the pack: what each layer says, what the city says, and what an edit would begin with. */
export async function readRuleFile(city: City, file: string) {
  ensureMay(city, 'overlay.view', {});
  const section = sectionOfFile(city.pack, file);
  const overlays = await listOverlays(city.tx, { file });
  const standing = inForceOn(overlays, city.today)[0];
  const start = startingText(city.pack, section, textOn(city.pack, overlays, file, city.today), file);
  return {
    ...{
      file,
      sectionId: section.id,
      sectionName: nameOfSection(section),
      adds: section.merge !== undefined,
    },
    layers: packTexts(city.pack, file),
    inForce: standing ? { overlayId: standing.overlayId, text: latest(standing).content } : null,
    ...{ start, startValue: file.endsWith('.yaml') ? (yamlValue(start) ?? null) : null },
    overlays: overlayLines(city, overlays),
    mayPropose: may(city.actor, 'overlay.propose', { state: kindOf(section) }),
  };
}
