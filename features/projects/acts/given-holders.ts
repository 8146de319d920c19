import type { City } from '#access';
import {
  type Holder,
  normalName,
  type OrgId,
  type PersonId,
  type ProjectId,
  projectHistory,
  responsibilitiesSection,
} from '#engines/registry';
import { defineRefusals, ensure } from '#kernel/refusal';
import { sectionOf } from '#pack';

defineRefusals({
  'project.responsibility_unknown': { status: 422, text: '本市没有“{kind}”这种责任，请刷新页面后重填' },
});

export type GivenHolders = Readonly<
  Record<
    string,
    readonly {
      readonly name: string;
      readonly orgId?: OrgId | null | undefined;
      readonly personId?: PersonId | null | undefined;
      readonly phone?: string | null | undefined;
    }[]
  >
>;

/**
 * Holders as they are to be kept. Screens only ever see masked numbers, so a holder who stays and comes without a
 * number keeps the one on record.
 */
export async function givenHolders(
  city: City,
  given: GivenHolders | undefined,
  projectId?: ProjectId,
): Promise<Record<string, Holder[]> | undefined> {
  if (!given) return undefined;
  const kinds = new Set(sectionOf(city.pack, responsibilitiesSection).kinds.map((kind) => kind.id));
  for (const kind of Object.keys(given)) ensure(kinds.has(kind), 'project.responsibility_unknown', { kind });
  const known = projectId ? await holdersOnRecord(city, projectId) : new Map<string, readonly Holder[]>();
  return Object.fromEntries(
    Object.entries(given).map(([kind, holders]) => [
      kind,
      holders.map(({ name, orgId = null, personId = null, phone }): Holder => {
        const before = known.get(kind)?.find((one) => normalName(one.name) === normalName(name));
        return {
          name: name.trim(),
          orgId,
          personId,
          phone: phone === undefined ? (before?.phone ?? null) : phone,
        };
      }),
    ]),
  );
}

/** By kind, as last recorded; nothing outside the caller's scope. */
async function holdersOnRecord(city: City, projectId: ProjectId): Promise<Map<string, readonly Holder[]>> {
  const prefix = 'responsibility:';
  const known = new Map<string, readonly Holder[]>();
  for (const { aspect, after } of await projectHistory(city, projectId)) {
    const kind = aspect.slice(prefix.length);
    if (!aspect.startsWith(prefix) || known.has(kind)) continue;
    known.set(kind, Array.isArray(after) ? (after as Holder[]) : []);
  }
  return known;
}
