import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import { ensureVersion } from '#http/client';
import { ensure } from '#kernel/refusal';
import { checkWords } from '#kernel/sentence';
import { valuesOf } from '../domain/values.ts';
import type { Wording } from '../domain/wording.ts';
import { addWording, type BulletinId, lockOn, readWordings } from '../store/bulletin.ts';
import { actNames, sectionNames, stateNames } from '../texts.ts';
import { openBulletin } from './open-bulletin.ts';

type Saving = { readonly id: BulletinId; readonly version: number; readonly wording: Wording };

/** Other sentences around the same figures; only while it is being drafted. */
export async function saveWording(city: City, { id, version, wording }: Saving): Promise<number> {
  ensureMay(city, 'bulletin.edit', {});
  await lockOn(city.tx, id);
  const opened = await openBulletin(city, id);
  const { bulletin, edition, figures, standing } = opened;
  ensure(bulletin.latest, 'bulletin.superseded');
  const state = stateNames[standing.state];
  ensure(standing.state === 'drafting', 'bulletin.not_now', { state, act: actNames.edit });
  ensureVersion(edition, version, { current: opened.wording });
  const { sections, title, ...rest } = wording;
  const named = Object.entries(sections).map(([at, text]) => [
    sectionNames[at as keyof typeof sections],
    text,
  ]);
  checkWords({ ...Object.fromEntries(named), 标题: title }, valuesOf(figures), 'bulletin');
  ensureNotSecret({ text: [...Object.values(rest), title, ...Object.values(sections)].join('\n') });
  const { accountId, personId = null, name } = city.actor;
  const number = (await readWordings(city.tx, id)).length + 1;
  await addWording(city.tx, id, { number, wording, accountId, personId, by: name });
  await audit(city, {
    action: 'bulletin.edit',
    object: 'bulletin',
    objectId: id,
    details: { month: bulletin.month, version: bulletin.version, edit: number },
  });
  return edition + 1;
}
