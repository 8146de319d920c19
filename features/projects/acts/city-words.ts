import { type City, listAccounts, localOperator, systemActor } from '#access';
import {
  listOrganisations,
  listsSection,
  type Organisation,
  responsibilitiesSection,
  stagesSection,
} from '#engines/registry';
import { sectionOf } from '#pack';

/** The city's names for what is kept by id. */
export type CityWords = {
  readonly organisations: readonly Organisation[];
  readonly org: (id: string) => string;
  readonly list: (id: string) => string;
  readonly stage: (id: string) => string;
  readonly form: (id: string) => string;
  readonly kind: (id: string) => string;
  readonly evidence: (id: string) => string;
};

/** Lists and stages as the pack prints them; what a pack no longer knows keeps its id for a name. */
export async function cityWords(city: City): Promise<CityWords> {
  const organisations = await listOrganisations(city);
  const stages = sectionOf(city.pack, stagesSection);
  return {
    organisations,
    org: naming(organisations.map(({ orgId, name }) => ({ id: orgId, name }))),
    ...packWords(city),
    form: naming(stages.forms),
    kind: naming(sectionOf(city.pack, responsibilitiesSection).kinds),
    evidence: naming(stages.evidence),
  };
}

export function packWords({ pack }: Pick<City, 'pack'>): Pick<CityWords, 'list' | 'stage'> {
  const lists = sectionOf(pack, listsSection).lists;
  return {
    list: naming(lists.map((one) => ({ id: one.id, name: one.shortName }))),
    stage: naming(sectionOf(pack, stagesSection).stages),
  };
}

/** Names of accounts, for who did what. */
export async function accountNames(city: City): Promise<(actorId: string) => string> {
  const accounts = await listAccounts(city.tx);
  return naming([
    ...accounts.map(({ accountId, displayName }) => ({ id: accountId, name: displayName })),
    ...[localOperator, systemActor].map(({ accountId, name }) => ({ id: accountId, name })),
  ]);
}

function naming(named: readonly { readonly id: string; readonly name: string }[]): (id: string) => string {
  const names = new Map<string, string>(named.map((one) => [one.id, one.name]));
  return (id) => names.get(id) ?? id;
}
