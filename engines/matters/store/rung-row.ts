import { namedQuery, type Tx } from '#db';
import type { MatterId } from '../domain/identity.ts';

export type RungRow = {
  readonly run: string;
  readonly rung: string;
  readonly firedAt: Date;
  readonly told: unknown;
};

export type NewRung = RungRow & { readonly matterId: MatterId };

export function rungKey({ matterId, run, rung }: Pick<NewRung, 'matterId' | 'run' | 'rung'>): string {
  return `${matterId} ${run} ${rung}`;
}

/** The keys of those put there now; who finds a rung there already must not act on it. */
export async function insertRungs(tx: Tx, rows: readonly NewRung[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const of = <K extends keyof NewRung>(key: K) => rows.map((row) => row[key]);
  const put = await namedQuery<Pick<NewRung, 'matterId' | 'run' | 'rung'>>(
    tx,
    'matter-rungs-add',
    `insert into city.matter_rung (city_id, matter_id, run, rung, fired_at, told)
     select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::jsonb[])
     on conflict do nothing returning matter_id as "matterId", run, rung`,
    [
      ...[tx.scope.cityId, of('matterId'), of('run'), of('rung'), of('firedAt')],
      rows.map(({ told }) => JSON.stringify(told)),
    ],
  );
  return new Set(put.map(rungKey));
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
