import { namedQuery, type Tx } from '#db';
import type { MatterId } from '../domain/identity.ts';
import { type LockedMatter, matterColumns } from './matter-row.ts';

/** All matters by id, in pieces. */
export async function readRowsAfter(tx: Tx, after: MatterId | null, limit: number): Promise<LockedMatter[]> {
  return namedQuery<LockedMatter>(
    tx,
    after ? 'matter-rows-after' : 'matter-rows-first',
    `select ${matterColumns}, holders, given from city.matter
     where city_id = $1 ${after ? 'and matter_id > $3' : ''} order by matter_id limit $2`,
    after ? [tx.scope.cityId, limit, after] : [tx.scope.cityId, limit],
  );
}

/** Those with a clock that may still move, by id, locked. */
export async function lockOpenAfter(tx: Tx, after: MatterId | null, limit: number): Promise<LockedMatter[]> {
  return namedQuery<LockedMatter>(
    tx,
    after ? 'matter-open-after' : 'matter-open-first',
    `select ${matterColumns}, holders, given from city.matter
     where city_id = $1 and closed_at is null ${after ? 'and matter_id > $3' : ''}
     order by matter_id limit $2 for update`,
    after ? [tx.scope.cityId, limit, after] : [tx.scope.cityId, limit],
  );
}
