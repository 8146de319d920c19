import { namedQuery, type Scope, type Tx } from '#db';

/**
 * The rest of this transaction sees what the raiser of one petition sees, and nothing else of the city: whoever is
 * signed in on the same browser included. Row security then answers by the seat `raiser`, which the petition holds.
 */
export async function inRaiserScope(tx: Tx, petitionId: string): Promise<Tx> {
  const scope: Scope = {
    ...{ cityId: tx.scope.cityId, actorId: petitionId, reach: 'holders', holders: [petitionId] },
  };
  await namedQuery(
    tx,
    'petition_scope',
    `select set_config('guatu.actor', $1, true), set_config('guatu.reach', 'holders', true),
       set_config('guatu.holders', $2, true), set_config('guatu.reads_audit', '', true)`,
    [petitionId, `{${petitionId}}`],
  );
  return { ...tx, scope };
}
