import { namedQuery, type Tx } from '#db';
import type { MatterId } from '../domain/identity.ts';

export type RungRow = {
  readonly run: string;
  readonly rung: string;
  readonly firedAt: Date;
  readonly told: unknown;
};

/** True for whoever put the rung there; who finds it there already must not act on it. */
export async function insertRung(tx: Tx, matterId: MatterId, row: RungRow): Promise<boolean> {
  const put = await namedQuery<{ rung: string }>(
    tx,
    'matter-rung-add',
    `insert into city.matter_rung (city_id, matter_id, run, rung, fired_at, told) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning rung`,
    [tx.scope.cityId, matterId, row.run, row.rung, row.firedAt, JSON.stringify(row.told)],
  );
  return put.length > 0;
}

export async function readRungs(tx: Tx, matterId: MatterId): Promise<RungRow[]> {
  return namedQuery<RungRow>(
    tx,
    'matter-rungs',
    `select run, rung, fired_at as "firedAt", told from city.matter_rung where city_id = $1 and matter_id = $2
     order by fired_at, run, rung`,
    [tx.scope.cityId, matterId],
  );
}
