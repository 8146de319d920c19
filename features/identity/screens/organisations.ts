import { listOrganisations } from '#features/organisations';
import type { OutputOf } from '#http/client';
import { useRoute } from '#ui';
import { useMay } from './may.ts';

export type Organisation = OutputOf<typeof listOrganisations>['rows'][number];

/** The offices a role can be given for, in official order; none for who may not see them. */
export function useOrganisations(): readonly Organisation[] {
  const may = useMay();
  return useRoute(listOrganisations, {}, { enabled: may('organisation.view') }).data?.rows ?? [];
}
