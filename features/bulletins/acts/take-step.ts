import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import { ensureVersion } from '#http/client';
import { ensure } from '#kernel/refusal';
import {
  actsOfOthers,
  type BulletinAct,
  ensureNotAuthor,
  ensureTurn,
  type StepDetails,
} from '../domain/flow.ts';
import { type BulletinId, lockOn } from '../store/bulletin.ts';
import { addStep } from '../store/step.ts';
import { actNames, stateNames } from '../texts.ts';
import { type OpenedBulletin, openBulletin } from './open-bulletin.ts';

export type Turn = {
  readonly id: BulletinId;
  /** The edition its author had in view. */
  readonly version: number;
  readonly opinion?: string | undefined;
};

type Deciding = (opened: OpenedBulletin) => StepDetails | Promise<StepDetails>;

const names = { states: stateNames, acts: actNames };

/** One step of the way 拟稿 → 核稿 → 会签 → 签发 → 编号 → 用印 → 印发 → 归档, by somebody who may, in its turn. */
export async function takeStep(
  city: City,
  act: BulletinAct,
  { id, version, opinion }: Turn,
  decide: Deciding = () => ({}),
): Promise<number> {
  ensureMay(city, `bulletin.${act}`, {});
  const said = opinion?.trim() || null;
  await lockOn(city.tx, id);
  const opened = await openBulletin(city, id);
  const { bulletin, edition, steps, standing, authors } = opened;
  ensure(bulletin.latest || act === 'archive' || act === 'release', 'bulletin.superseded');
  ensureTurn(standing, act, names);
  ensureVersion(edition, version, { current: { state: standing.state } });
  if (actsOfOthers.includes(act)) ensureNotAuthor(city.actor, authors, actNames[act]);
  const details = await decide(opened);
  ensureNotSecret({ text: [said ?? '', JSON.stringify(details)].join('\n') });
  const { accountId, personId = null, name: by } = city.actor;
  const number = steps.length + 1;
  await addStep(city.tx, id, { number, act, opinion: said, details, accountId, personId, by });
  await audit(city, {
    action: `bulletin.${act}`,
    object: 'bulletin',
    objectId: id,
    details: { month: bulletin.month, version: bulletin.version, opinion: said, ...details },
  });
  return edition + 1;
}
