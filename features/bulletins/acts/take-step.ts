import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import { ensureVersion } from '#http/client';
import {
  actsOfOthers,
  ensureNotAuthor,
  ensureTurn,
  type FlowAct,
  type StepDetails,
} from '#kernel/document-flow';
import { ensure } from '#kernel/refusal';
import { type BulletinId, lockOn } from '../store/bulletin.ts';
import { addStep } from '../store/step.ts';
import { flowNames } from '../texts.ts';
import { type OpenedBulletin, openBulletin } from './open-bulletin.ts';

export type Turn = {
  readonly id: BulletinId;
  /** The edition its author had in view. */
  readonly version: number;
  readonly opinion?: string | undefined;
};

type Deciding = (opened: OpenedBulletin) => StepDetails | Promise<StepDetails>;

/** One step of the way 拟稿 → 核稿 → 会签 → 签发 → 编号 → 用印 → 印发 → 归档, by somebody who may, in its turn. */
export async function takeStep(
  city: City,
  act: FlowAct,
  { id, version, opinion }: Turn,
  decide: Deciding = () => ({}),
): Promise<number> {
  ensureMay(city, `bulletin.${act}`, {});
  const said = opinion?.trim() || null;
  await lockOn(city.tx, id);
  const opened = await openBulletin(city, id);
  const { bulletin, edition, steps, standing, authors } = opened;
  ensure(bulletin.latest || act === 'archive' || act === 'release', 'bulletin.superseded');
  ensureTurn(standing, act, flowNames);
  ensureVersion(edition, version, { current: { state: standing.state } });
  if (actsOfOthers.includes(act)) ensureNotAuthor(city.actor, authors, act, flowNames);
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
