import type { City } from '#access';
import {
  type Holder,
  normalName,
  type OrgId,
  type PersonId,
  type ProjectView,
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
 * Holders as they are to be kept. Screens only ever see masked numbers: one who stays and comes without a number gets
 * the masked one of the card, which stands for the number on record.
 */
export function givenHolders(
  { pack }: City,
  given: GivenHolders | undefined,
  now?: ProjectView,
): Record<string, Holder[]> | undefined {
  if (!given) return undefined;
  const kinds = new Set(sectionOf(pack, responsibilitiesSection).kinds.map((kind) => kind.id));
  for (const kind of Object.keys(given)) ensure(kinds.has(kind), 'project.responsibility_unknown', { kind });
  return Object.fromEntries(
    Object.entries(given).map(([kind, holders]) => [
      kind,
      holders.map(({ name, orgId = null, personId = null, phone }): Holder => {
        const before = now?.holders.find(
          (one) => one.kind === kind && normalName(one.name) === normalName(name),
        );
        const kept = phone === undefined ? (before?.phone ?? null) : phone;
        return { name: name.trim(), orgId, personId, phone: kept };
      }),
    ]),
  );
}
