import { listRoles } from '#features/identity';
import { listOrganisations } from '#features/organisations';
import { useRoute } from '#ui';

/** The offices, groups and roles that can be addressed, with their names. */
export function useAudience() {
  const organisations = useRoute(listOrganisations, {});
  const roles = useRoute(listRoles, {});
  return {
    orgs: (organisations.data?.rows ?? []).map(({ orgId, name }) => ({ value: orgId, label: name })),
    groups: (organisations.data?.groups ?? []).map(({ groupId, name }) => ({ value: groupId, label: name })),
    roles: (roles.data ?? []).map(({ role, name }) => ({ value: role, label: name })),
  };
}
