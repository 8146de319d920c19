import { systemActor } from '#access';
import { sweepMatters } from '#engines/matters';
import type { ServerWorld } from '#http';
import { todayInShanghai } from '#kernel/plain-date';
import '../permissions.ts';
import './tell-move.ts';

const batch = 500;

export type Swept = { readonly looked: number; readonly fired: number };

export type SweepOptions = {
  /** Judged at this instant instead of now. */
  readonly asOf?: Date | undefined;
  /** Ends the sweep between two batches. */
  readonly signal?: AbortSignal | undefined;
};

/**
 * Every matter of a city that is due to be looked at, a batch in a transaction: what another sweep holds is left to it.
 */
export async function sweepCity(
  { open }: Pick<ServerWorld, 'open'>,
  cityId: number,
  { asOf, signal }: SweepOptions = {},
): Promise<Swept> {
  const all = { looked: 0, fired: 0 };
  const caller = { cityId, actor: systemActor };
  const judged = asOf && { now: asOf, today: todayInShanghai(asOf) };
  while (!signal?.aborted) {
    const { looked, fired } = await open(caller, { readOnly: false, origin: {} }, (city) =>
      sweepMatters({ ...city, ...judged }, batch),
    );
    all.looked += looked;
    all.fired += fired;
    if (looked < batch) break;
  }
  return all;
}
