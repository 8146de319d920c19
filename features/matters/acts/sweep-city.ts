import { systemActor } from '#access';
import { sweepMatters } from '#engines/matters';
import type { ServerWorld } from '#http';
import '../permissions.ts';
import './tell-move.ts';

const batch = 200;

export type Swept = { looked: number; fired: number };

/**
 * Every matter of a city that is due to be looked at, a batch in a transaction: what another sweep holds is left to it.
 * `signal` ends it between batches.
 */
export async function sweepCity(
  { open }: Pick<ServerWorld, 'open'>,
  cityId: number,
  signal?: AbortSignal,
): Promise<Swept> {
  const all = { looked: 0, fired: 0 };
  for (;;) {
    if (signal?.aborted) return all;
    const { looked, fired } = await open(
      { cityId, actor: systemActor },
      { readOnly: false, origin: {} },
      (city) => sweepMatters(city, batch),
    );
    all.looked += looked;
    all.fired += fired;
    if (looked < batch) return all;
  }
}
