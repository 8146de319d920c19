import type { City } from '#access';
import type { PlainDate } from '#kernel/plain-date';
import { refuse } from '#kernel/refusal';
import type { OrgId } from '../domain/identity.ts';
import { type Organisation, type OrganisationNode, organisationTree } from '../domain/organisation.ts';
import { findBySpelling, findOrganisationRow, listOrganisationRows } from '../store/organisation.ts';

/** In official order; `asOf` leaves out what did not exist on that day. */
export function listOrganisations(
  city: City,
  filter: { readonly kinds?: readonly string[]; readonly asOf?: PlainDate } = {},
): Promise<Organisation[]> {
  return listOrganisationRows(city.tx, filter);
}

export async function readOrganisationTree(city: City): Promise<OrganisationNode[]> {
  return organisationTree(await listOrganisationRows(city.tx, {}));
}

/** By its name or any other spelling it is known under. */
export function findOrganisation(city: City, spelling: string): Promise<Organisation | undefined> {
  return findBySpelling(city.tx, spelling);
}

export async function getOrganisation(city: City, orgId: OrgId): Promise<Organisation> {
  return (await findOrganisationRow(city.tx, orgId)) ?? refuse('organisation.not_found');
}
