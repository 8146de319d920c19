import { audit, type City } from '#access';
import { ensure } from '#kernel/refusal';
import { sectionOf } from '#pack';
import {
  chosenSync,
  type LineChoice,
  type OrganisationLineDifference,
  organisationDifferences,
} from '../domain/organisation-difference.ts';
import { organisationsSection } from '../sections/organisations.ts';
import { readForSync, storeSpellings, storeSync } from '../store/organisation-sync.ts';
import { fieldsOf, spellingsOf } from './sync-organisations.ts';

export type DifferenceFromPack = {
  readonly lines: readonly OrganisationLineDifference[];
  /** In the pack, not here yet. */
  readonly missing: readonly { readonly slug: string; readonly name: string }[];
  /** Taken from the pack once, and no longer in it. */
  readonly gone: readonly { readonly slug: string; readonly name: string }[];
};

/** What the pack says of the organisations and what stands here, where they differ. Nothing is changed. */
export async function organisationDifference(city: City): Promise<DifferenceFromPack> {
  const kept = await readForSync(city.tx);
  const pack = packFields(city);
  const [here, there] = [new Set(kept.map(({ slug }) => slug)), new Set(pack.map(({ id }) => id))];
  return {
    lines: organisationDifferences(kept, pack),
    missing: pack
      .filter(({ id }) => !here.has(id))
      .map(({ id, fields }) => ({ slug: id, name: fields.name })),
    gone: kept
      .filter(({ slug, packRow }) => packRow && !there.has(slug))
      .map(({ slug, fields }) => ({ slug, name: fields.name })),
  };
}

export type ChosenLines = {
  readonly lines: readonly (LineChoice & { readonly version: number })[];
  /** Of the organisations that are missing, those to be added. */
  readonly add: readonly string[];
};

/** Takes the pack's value, or keeps what stands here, line by line; spellings of the pack follow its names. */
export async function settleDifference(city: City, chosen: ChosenLines): Promise<void> {
  const { tx, today, actor } = city;
  const kept = await readForSync(tx);
  for (const { slug, version } of chosen.lines) {
    const one = kept.find((other) => other.slug === slug);
    ensure(one, 'organisation.not_found');
    const { version: current } = one;
    ensure(current === version, 'organisation.stale', { name: one.fields.name, version, current });
  }
  const sync = chosenSync(kept, packFields(city), chosen);
  const idOf = await storeSync(tx, sync, kept, { onDay: today, actorId: actor.accountId });
  const touched = new Set([...sync.added, ...sync.changed].map(({ id }) => id));
  const { organisations } = sectionOf(city.pack, organisationsSection);
  const nameHere = new Map(sync.changed.map(({ id, after }) => [id, after.name]));
  await storeSpellings(
    tx,
    spellingsOf(
      organisations.filter(({ id }) => touched.has(id)),
      idOf,
      nameHere,
    ),
  );
  await audit(city, {
    ...{ action: 'organisation.settle', object: 'organisation' },
    details: { added: sync.added.map(({ fields }) => fields.name), lines: chosen.lines },
  });
}

function packFields(city: City) {
  return sectionOf(city.pack, organisationsSection).organisations.map((one) => ({
    id: one.id,
    fields: fieldsOf(one),
  }));
}
