import type { Actor, City } from '#access';
import { inRaiserScope } from '../store/raiser-scope.ts';

/** From here on the request acts as the raiser of one petition, whoever else is signed in on the same browser. */
export async function asRaiser(city: City, petitionId: string): Promise<City> {
  const actor: Actor = {
    ...{ accountId: petitionId, name: '企业和公众', roles: [], orgIds: [] },
    ...{ reach: 'holders', holders: [petitionId] },
  };
  return { ...city, tx: await inRaiserScope(city.tx, petitionId), actor };
}
