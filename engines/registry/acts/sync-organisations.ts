import { audit, type City } from '#access';
import type { OrgId } from '../domain/identity.ts';
import type { FieldDifference, OrganisationFields } from '../domain/organisation-sync.ts';
import { compareOrganisations } from '../domain/organisation-sync.ts';
import type { OrganisationsSection, PackOrganisation } from '../sections/organisations.ts';
import {
  readForSync,
  type Spelling,
  storeGroups,
  storeSpellings,
  storeSync,
} from '../store/organisation-sync.ts';

export type OrganisationDifference = {
  readonly added: readonly string[];
  readonly changed: readonly { readonly name: string; readonly fields: readonly string[] }[];
  /** Edited on screen and left so, though the pack says otherwise. */
  readonly conflicts: readonly FieldDifference[];
  /** No longer in the pack; still here. */
  readonly gone: readonly string[];
  /** Spellings of the pack that already name another organisation here. */
  readonly clashes: readonly string[];
};

/** Brings the organisations to the state of the pack and tells what differed. A second time changes nothing. */
export async function syncOrganisations(
  city: City,
  section: OrganisationsSection,
): Promise<OrganisationDifference> {
  const { tx, today, actor } = city;
  const kept = await readForSync(tx);
  const sync = compareOrganisations(
    kept,
    section.organisations.map((one) => ({ id: one.id, fields: fieldsOf(one) })),
  );
  const idOf = await storeSync(tx, sync, kept, { onDay: today, actorId: actor.accountId });
  const nameHere = new Map(kept.map((one) => [one.slug, one.fields.name]));
  for (const { id, after } of sync.changed) nameHere.set(id, after.name);
  const clashes = await storeSpellings(tx, spellingsOf(section.organisations, idOf, nameHere));
  await storeGroups(
    tx,
    section.groups.map(({ id, name, aliases, order, members }) => ({
      slug: id,
      name,
      aliases,
      order,
      members: members.flatMap((member) => idOf.get(member) ?? []),
    })),
  );
  const difference = {
    added: sync.added.map((one) => one.fields.name),
    changed: sync.changed.flatMap(({ before, after }) => changedFields(before, after)),
    conflicts: sync.conflicts,
    gone: sync.gone.map((one) => one.name),
    clashes,
  };
  if (difference.added.length + difference.changed.length > 0) {
    await audit(city, { action: 'organisation.sync', object: 'organisation', details: difference });
  }
  return difference;
}

/** An organisation's name as it stands here, and what else the pack calls it. */
export function spellingsOf(
  organisations: readonly PackOrganisation[],
  idOf: ReadonlyMap<string, OrgId>,
  nameHere: ReadonlyMap<string, string>,
): Spelling[] {
  return organisations.flatMap((one): Spelling[] => {
    const orgId = idOf.get(one.id);
    if (!orgId) return [];
    const name = nameHere.get(one.id) ?? one.name;
    const others = [one.name, one.shortName, ...one.aliases].filter((alias) => alias !== name);
    return [
      { orgId, alias: name, source: 'name' },
      ...others.map((alias): Spelling => ({ orgId, alias, source: 'pack' })),
    ];
  });
}

function changedFields(before: OrganisationFields, after: OrganisationFields) {
  const keys = Object.keys(after) as (keyof OrganisationFields)[];
  const fields = keys.filter((key) => before[key] !== after[key]);
  return fields.length === 0 ? [] : [{ name: after.name, fields }];
}

export function fieldsOf(one: PackOrganisation): OrganisationFields {
  const { kind, code, name, shortName, parent, order, validFrom, validTo, successor } = one;
  return { kind, code, name, shortName, parent, order, validFrom, validTo, successor };
}
