import { useRoute } from '#ui';
import { whoAmI } from '../contract.ts';

/** What to offer; the server decides anyway. */
export function useMay(): (action: string) => boolean {
  const actions = useRoute(whoAmI, {}).data?.actions ?? [];
  return (action) => actions.includes(action);
}
