import { sameValue } from './aspect.ts';
import type { KeptOrganisation, OrganisationFields, OrganisationSync } from './organisation-sync.ts';

/** `pack`: the pack changed it since it was last taken; `here`: it was edited here; `both`: both, not alike. */
export type DifferenceCause = 'pack' | 'here' | 'both';

export type OrganisationLineDifference = {
  readonly slug: string;
  readonly name: string;
  readonly version: number;
  readonly field: keyof OrganisationFields;
  readonly pack: string | number | null;
  readonly here: string | number | null;
  readonly cause: DifferenceCause;
};

export type PackFields = { readonly id: string; readonly fields: OrganisationFields };

/** Field by field what stands here and is otherwise in the pack. */
export function organisationDifferences(
  kept: readonly KeptOrganisation[],
  pack: readonly PackFields[],
): OrganisationLineDifference[] {
  const says = new Map(pack.map(({ id, fields }) => [id, fields]));
  return kept.flatMap(({ slug, version, fields, packRow }) => {
    const now = says.get(slug);
    if (!now) return [];
    return (Object.keys(now) as (keyof OrganisationFields)[]).flatMap((field) => {
      const [here, there, said] = [fields[field], now[field], packRow?.[field]];
      if (sameValue(here, there)) return [];
      const cause = !packRow
        ? 'both'
        : sameValue(there, said)
          ? 'here'
          : sameValue(here, said)
            ? 'pack'
            : 'both';
      return [{ slug, name: fields.name, version, field, pack: there, here, cause } as const];
    });
  });
}

/** What a person chose of one line: the pack's value, or what stands here, which then counts as edited here. */
export type LineChoice = {
  readonly slug: string;
  readonly field: keyof OrganisationFields;
  readonly take: boolean;
};

/** What is to be stored for the chosen lines and the organisations that are to be added. */
export function chosenSync(
  kept: readonly KeptOrganisation[],
  pack: readonly PackFields[],
  { lines, add }: { readonly lines: readonly LineChoice[]; readonly add: readonly string[] },
): OrganisationSync {
  const says = new Map(pack.map(({ id, fields }) => [id, fields]));
  const byOrganisation = Map.groupBy(lines, ({ slug }) => slug);
  return {
    added: pack.filter(({ id }) => add.includes(id) && !kept.some(({ slug }) => slug === id)),
    changed: kept.flatMap(({ orgId, slug, version, fields, packRow }) => {
      const [chosen, now] = [byOrganisation.get(slug), says.get(slug)];
      if (!chosen || !now) return [];
      const valuesOf = (choices: readonly LineChoice[]) =>
        Object.fromEntries(choices.map(({ field }) => [field, now[field]]));
      const after = { ...fields, ...valuesOf(chosen.filter(({ take }) => take)) };
      const seen = { ...(packRow ?? fields), ...valuesOf(chosen) };
      return [{ orgId, id: slug, version, before: fields, after, packRow: seen }];
    }),
    conflicts: [],
    gone: [],
  };
}
