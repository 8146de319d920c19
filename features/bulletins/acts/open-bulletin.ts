import { type City, ensureMay } from '#access';
import { canonicalHash } from '#documents';
import { type Author, type Standing, type Step, standingOf } from '#kernel/document-flow';
import { ensure, refuse } from '#kernel/refusal';
import type { Figures } from '../domain/figures.ts';
import type { Wording } from '../domain/wording.ts';
import {
  type Bulletin,
  type BulletinId,
  findBulletin,
  readFigures,
  readWordings,
  type WordingRow,
} from '../store/bulletin.ts';
import { readSteps } from '../store/step.ts';
import '../refusals.ts';

export type OpenedBulletin = {
  readonly bulletin: Bulletin;
  /** As frozen, byte for byte. */
  readonly canonical: string;
  readonly figures: Figures;
  readonly wording: Wording;
  readonly steps: readonly Step[];
  readonly standing: Standing;
  /** Grows with every edit and every step. */
  readonly edition: number;
  /** Whoever composed it, wrote in it or sent it on as its drafter. */
  readonly authors: readonly Author[];
};

/** A bulletin for whoever may see it, with everything of it. */
export async function openBulletin(
  city: City,
  id: BulletinId,
  action = 'bulletin.view',
): Promise<OpenedBulletin> {
  const opened = await readBulletin(city, id);
  ensureMay(city, action, { state: opened.standing.state });
  return opened;
}

/** Whoever asks must have been asked before. Refused where its figures are not those of its hash. */
export async function readBulletin(city: City, id: BulletinId): Promise<OpenedBulletin> {
  const bulletin = (await findBulletin(city.tx, id)) ?? refuse('bulletin.not_found');
  const canonical = (await readFigures(city.tx, id)) ?? '';
  ensure(canonicalHash(canonical) === bulletin.hash, 'bulletin.kept_copy_altered');
  const steps = await readSteps(city.tx, id);
  const standing = standingOf(steps);
  const wordings = await readWordings(city.tx, id);
  const wording = wordings.at(-1)?.wording ?? refuse('bulletin.not_found');
  return {
    ...{ bulletin, canonical, figures: JSON.parse(canonical) as Figures, wording, steps, standing },
    edition: wordings.length + steps.length,
    authors: authorsOf(bulletin, wordings, steps),
  };
}

function authorsOf(bulletin: Bulletin, wordings: readonly WordingRow[], steps: readonly Step[]): Author[] {
  const drafts = steps.filter(({ act }) => act === 'submit');
  return [
    { accountId: bulletin.accountId, personId: bulletin.personId, name: bulletin.composedBy },
    ...[...wordings, ...drafts].map(({ accountId, personId, by }) => ({ accountId, personId, name: by })),
  ];
}
