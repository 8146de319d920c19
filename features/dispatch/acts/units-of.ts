import type { City } from '#access';
import { listOrganisations } from '#engines/registry';
import { ensure } from '#kernel/refusal';
import '../refusals.ts';

/** Those that may be named: in the order of the pack, without what is no more. */
export async function ensureUnits(city: City, ids: readonly (string | undefined)[]): Promise<void> {
  const wanted = ids.flatMap((id) => id ?? []);
  if (wanted.length === 0) return;
  const known = new Set<string>(
    (await listOrganisations(city, { asOf: city.today })).map(({ orgId }) => orgId),
  );
  ensure(
    wanted.every((id) => known.has(id)),
    'meeting.no_such_unit',
  );
}

/** Once each, in official order. */
export async function inOfficialOrder(city: City, ids: readonly string[]): Promise<string[]> {
  const wanted = new Set(ids);
  return (await listOrganisations(city)).flatMap(({ orgId }) => (wanted.has(orgId) ? [orgId] : []));
}
