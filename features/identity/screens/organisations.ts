export type OrganisationChoice = { readonly orgId: string; readonly name: string };

export function useOrganisations(): readonly OrganisationChoice[] {
  return [];
}
