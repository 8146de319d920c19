import { whoAmI } from '#features/identity';
import { useRoute } from '#ui';

/** What to offer; the server decides anyway. */
export function useMay(): (action: string) => boolean {
  const actions = useRoute(whoAmI, {}).data?.actions ?? [];
  return (action) => actions.includes(action);
}
