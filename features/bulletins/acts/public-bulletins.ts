import type { City } from '#access';
import { type FileId, readFileBytes } from '#files';
import { standingOf } from '#kernel/document-flow';
import { ensure, refuse } from '#kernel/refusal';
import { type BulletinId, readBulletins } from '../store/bulletin.ts';
import { readAllSteps } from '../store/step.ts';
import { fileName } from './file-name.ts';
import { readBulletin } from './open-bulletin.ts';
import { documentOf } from './print.ts';

/** For everybody: what was issued and passed the secrecy review, and nothing else of any bulletin. */
export async function publicBulletins(city: City) {
  const steps = await readAllSteps(city.tx);
  const bulletins = [];
  for (const { bulletinId, month } of await readBulletins(city.tx)) {
    if (!standingOf(steps.get(bulletinId) ?? []).released) continue;
    const opened = await readBulletin(city, bulletinId);
    const { documentNumber, issuedOn } = opened.standing;
    bulletins.push({ bulletinId, month, title: documentOf(opened).title, documentNumber, issuedOn });
  }
  return { city: city.pack.name, bulletins };
}

/** The very bytes that were issued. */
export async function publicBulletinPdf(city: City, id: BulletinId) {
  const steps = (await readAllSteps(city.tx)).get(id) ?? [];
  ensure(standingOf(steps).released, 'bulletin.not_found');
  const opened = await readBulletin(city, id);
  const kept = opened.standing.pdfFileId ?? refuse('bulletin.not_found');
  return { name: fileName(opened, 'pdf'), bytes: await readFileBytes(city, kept as FileId) };
}
