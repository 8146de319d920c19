import { type City, listAccountNames, localOperator, systemActor } from '#access';
import {
  listOrganisations,
  listsSection,
  type Organisation,
  responsibilitiesSection,
  stagesSection,
} from '#engines/registry';
import { isId } from '#kernel/id';
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
  return {
    organisations,
    org: naming(organisations.map(({ orgId, name }) => ({ id: orgId, name }))),
    ...packWords(city),
  };
}

/** What the pack alone can name. */
export type PackWords = Omit<CityWords, 'organisations' | 'org'>;

export function packWords({ pack }: Pick<City, 'pack'>): PackWords {
  const lists = sectionOf(pack, listsSection).lists;
  const { stages, forms, evidence } = sectionOf(pack, stagesSection);
  return {
    list: naming(lists.map((one) => ({ id: one.id, name: one.shortName }))),
    stage: naming(stages),
    form: naming(forms),
    kind: naming(sectionOf(pack, responsibilitiesSection).kinds),
    evidence: naming(evidence),
  };
}

/** Names of those who did something, by their ids. */
export async function accountNames(
  city: City,
  actorIds: readonly string[],
): Promise<(actorId: string) => string> {
  const known = [localOperator, systemActor].map(({ accountId, name }) => ({ id: accountId, name }));
  const asked = new Set(actorIds.filter((id) => isId(id) && !known.some((one) => one.id === id)));
  const found = asked.size > 0 ? await listAccountNames(city.tx, [...asked]) : [];
  return naming([...found.map(({ accountId, displayName: name }) => ({ id: accountId, name })), ...known]);
}

function naming(named: readonly { readonly id: string; readonly name: string }[]): (id: string) => string {
  const names = new Map<string, string>(named.map((one) => [one.id, one.name]));
  return (id) => names.get(id) ?? id;
}
