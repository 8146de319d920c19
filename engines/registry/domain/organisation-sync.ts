import { sameValue } from './aspect.ts';
import type { OrgId } from './identity.ts';

/** The fields of an organisation that a pack and a screen may both set; organisations are told by slug. */
export type OrganisationFields = {
  readonly kind: string;
  readonly code: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly parent: string | null;
  readonly order: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly successor: string | null;
};

export type KeptOrganisation = {
  readonly orgId: OrgId;
  readonly slug: string;
  readonly version: number;
  readonly fields: OrganisationFields;
  /** As last taken from the pack; null where it was made on screen. */
  readonly packRow: OrganisationFields | null;
};

export type FieldDifference = {
  readonly id: string;
  readonly name: string;
  readonly field: keyof OrganisationFields;
  readonly pack: unknown;
  readonly here: unknown;
};

export type OrganisationSync = {
  readonly added: readonly { readonly id: string; readonly fields: OrganisationFields }[];
  readonly changed: readonly {
    readonly orgId: OrgId;
    readonly id: string;
    readonly version: number;
    readonly before: OrganisationFields;
    readonly after: OrganisationFields;
    readonly packRow: OrganisationFields;
  }[];
  /** The pack says otherwise than an edit on screen: the edit stays, and a person is told. */
  readonly conflicts: readonly FieldDifference[];
  /** Here, but no longer in the pack: nothing is taken away, a person ends it with a date. */
  readonly gone: readonly { readonly id: string; readonly name: string }[];
};

/**
 * Three ways: what the pack said last, what it says now, what stands here. A field only the pack changed follows
 * the pack; a field edited on screen stays as it was edited.
 */
export function compareOrganisations(
  kept: readonly KeptOrganisation[],
  pack: readonly { readonly id: string; readonly fields: OrganisationFields }[],
): OrganisationSync {
  const here = new Map(kept.map((one) => [one.slug, one]));
  const ids = new Set(pack.map((one) => one.id));
  const conflicts: FieldDifference[] = [];
  const changed = pack.flatMap(({ id, fields }) => {
    const one = here.get(id);
    if (!one) return [];
    const after: Record<string, unknown> = { ...one.fields };
    for (const field of Object.keys(fields) as (keyof OrganisationFields)[]) {
      const [now, says, said] = [one.fields[field], fields[field], one.packRow?.[field]];
      if (sameValue(now, says) || (one.packRow && sameValue(says, said))) continue;
      if (one.packRow && sameValue(now, said)) after[field] = says;
      else conflicts.push({ id, name: one.fields.name, field, pack: says, here: now });
    }
    const same = sameValue(after, one.fields) && sameValue(one.packRow, fields);
    const next = {
      orgId: one.orgId,
      id,
      version: one.version,
      before: one.fields,
      after: after as OrganisationFields,
      packRow: fields,
    };
    return same ? [] : [next];
  });
  return {
    added: pack.filter((one) => !here.has(one.id)),
    changed,
    conflicts,
    gone: kept
      .filter((one) => one.packRow && !ids.has(one.slug))
      .map((one) => ({ id: one.slug, name: one.fields.name })),
  };
}
