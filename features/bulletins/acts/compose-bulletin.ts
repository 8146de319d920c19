import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import { canonicalHash, canonicalJson } from '#documents';
import { shownMonth } from '#engines/indicators';
import { organisationsSection } from '#engines/registry';
import { standingOf } from '#kernel/document-flow';
import { newId } from '#kernel/id';
import type { Month } from '#kernel/month';
import { ensure, refuse } from '#kernel/refusal';
import { sectionOf } from '#pack';
import type { Figures } from '../domain/figures.ts';
import { firstWording } from '../domain/first-wording.ts';
import type { Wording } from '../domain/wording.ts';
import {
  addBulletin,
  addWording,
  type Bulletin,
  type BulletinId,
  findLatestOf,
  lockOn,
  readWordings,
} from '../store/bulletin.ts';
import { readSteps } from '../store/step.ts';
import { firstSections, firstWords, stateNames } from '../texts.ts';
import { monthFigures } from './month-figures.ts';
import '../refusals.ts';

export type Composing = {
  /** The month shown everywhere unless given: the last one locked. */
  readonly month?: Month | undefined;
  readonly form?: Wording['form'] | undefined;
  /** Why again, where the month has a bulletin and its figures have changed since. */
  readonly reason?: string | undefined;
};

export type Composed = Pick<Bulletin, 'bulletinId' | 'month' | 'version' | 'hash'> & {
  readonly made: boolean;
};

/** Freezes a month's figures as a draft. The same figures again give the draft there is. */
export async function composeBulletin(
  city: City,
  { month: asked, form = '通报', reason }: Composing,
): Promise<Composed> {
  ensureMay(city, 'bulletin.compose', {});
  const why = reason?.trim() || null;
  if (why) ensureNotSecret({ text: why });
  const month = asked ?? (await latestMonth(city)) ?? refuse('bulletin.nothing_evaluated');
  await lockOn(city.tx, month);
  const latest = await findLatestOf(city.tx, month);
  const figures = (await monthFigures(city, month)) ?? refuse('bulletin.not_evaluated', { month });
  const canonical = canonicalJson(figures);
  const hash = canonicalHash(canonical);
  if (latest?.hash === hash) {
    const { bulletinId, version } = latest;
    return { bulletinId, month, version, hash, made: false };
  }
  if (latest) await ensureReplaceable(city, latest, why);
  const { accountId, personId = null, name } = city.actor;
  const bulletinId: BulletinId = newId<'bulletin'>();
  const version = (latest?.version ?? 0) + 1;
  await addBulletin(city.tx, {
    ...{ bulletinId, month, version, hash, accountId, personId, figures: canonical },
    ...{ reason: latest ? why : null, composedBy: name },
  });
  const before = latest && (await readWordings(city.tx, latest.bulletinId)).at(-1)?.wording;
  const wording = before ?? wordingOf(city, figures, form);
  await addWording(city.tx, bulletinId, { number: 1, wording, accountId, personId, by: name });
  await audit(city, {
    action: 'bulletin.compose',
    object: 'bulletin',
    objectId: bulletinId,
    details: { month, version, hash, projects: figures.rows.length, reason: why },
  });
  return { bulletinId, month, version, hash, made: true };
}

/** The bulletin there is of a month, by default of the one shown. */
export async function findDraft(city: City, asked: Month | undefined): Promise<BulletinId | undefined> {
  const month = asked ?? (await latestMonth(city));
  return month && (await findLatestOf(city.tx, month))?.bulletinId;
}

export async function latestMonth(city: City): Promise<Month | undefined> {
  return (await shownMonth(city))?.month;
}

async function ensureReplaceable(city: City, latest: Bulletin, why: string | null): Promise<void> {
  const { month, version } = latest;
  const { state } = standingOf(await readSteps(city.tx, latest.bulletinId));
  const free = state === 'drafting' || state === 'issued' || state === 'archived';
  ensure(free, 'bulletin.in_flow', { month, version, state: stateNames[state] });
  ensure(why, 'bulletin.exists', { month, version });
}

function wordingOf(city: City, figures: Figures, form: Wording['form']): Wording {
  const { groups, organisations } = sectionOf(city.pack, organisationsSection);
  const coordinator = groups.find(({ id }) => id === 'coordinator')?.members[0];
  const issuer = organisations.find(({ id }) => id === coordinator)?.name ?? figures.city;
  const districts = groups.find(({ id }) => id === 'districts-and-zones')?.name ?? firstWords.districts;
  const place = { city: figures.city, issuer, districts, form };
  return firstWording({ sections: firstSections, words: firstWords }, place);
}
