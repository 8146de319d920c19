import type { City } from '#access';
import { districtKinds, listOrganisations, organisationsSection } from '#engines/registry';
import type { PolicyMeasure } from '#features/policy';
import { sectionOf } from '#pack';
import type { OrgIdText } from '../contract.ts';
import type { KnownUnits } from './reader.ts';

type Resolved = PolicyMeasure['units'][number]['resolved'];

/** The organisations of the city today, and who is meant by what the reader resolved. */
export async function cityUnits(city: City) {
  const organisations = await listOrganisations(city, { asOf: city.today });
  const bySlug = new Map(organisations.map(({ slug, orgId }) => [slug, orgId]));
  const known: KnownUnits = {
    organisations: organisations.map(({ orgId, name, shortName, aliases }) => ({
      ...{ id: orgId, name, spellings: [shortName, ...aliases] },
    })),
    groups: sectionOf(city.pack, organisationsSection).groups.map(({ id, name, aliases, members }) => ({
      ...{ id, name, spellings: aliases },
      members: members.flatMap((slug) => bySlug.get(slug) ?? []),
    })),
  };
  const districts = organisations
    .filter(({ kind }) => districtKinds.some((one) => one === kind))
    .map(({ orgId }) => orgId);
  return {
    known,
    names: new Map<string, string>(organisations.map(({ orgId, name }) => [orgId, name])),
    orgsOf: (resolved: Resolved): readonly OrgIdText[] => {
      if (resolved.kind === 'organisation') return [resolved.id as OrgIdText];
      if (resolved.kind === 'group') return resolved.members as readonly OrgIdText[];
      return resolved.kind === 'districts' ? (districts as readonly OrgIdText[]) : [];
    },
  };
}

export type OrgNames = ReadonlyMap<string, string>;

export function namedOrgs(names: OrgNames, ids: readonly string[]) {
  return [...new Set(ids)].map((id) => ({ id, name: names.get(id) ?? '已撤销的单位' }));
}
