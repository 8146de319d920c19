import { useOrganisations } from './organisations.ts';

export function OrganisationName({ orgId }: { readonly orgId: string }) {
  const found = useOrganisations().find((organisation) => organisation.orgId === orgId);
  return <span>{found?.name ?? '—'}</span>;
}
