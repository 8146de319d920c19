import type { City } from '#access';
import { listOrganisations } from '#engines/registry';
import type { Id } from '#kernel/id';
import { proposedUnit } from '../petitions-section.ts';

export type Units = Awaited<ReturnType<typeof unitNames>>;

/** Every unit by id, and the one proposed for a category: by the pack's word for it. */
export async function unitNames(city: City) {
  const all = await listOrganisations(city);
  const byId = new Map(all.map((one) => [one.orgId as string, one]));
  const bySlug = new Map(all.map((one) => [one.slug, one]));
  return {
    nameOf: (id: string | null) => (id === null ? null : (byId.get(id)?.name ?? '已撤并的单位')),
    named: (id: string | null) => (id === null ? null : { id, name: byId.get(id)?.name ?? '已撤并的单位' }),
    proposedFor: (kind: string, category: string | null) => {
      const unit = bySlug.get(proposedUnit(city.pack, kind, category) ?? '');
      return unit ? { id: unit.orgId as Id<'organisation'>, name: unit.name } : null;
    },
    /** Those that can lead today. */
    inForce: all
      .filter(({ kind, validTo }) => kind !== 'city' && (validTo === null || validTo > city.today))
      .map(({ orgId, name }) => ({ orgId, name })),
  };
}
