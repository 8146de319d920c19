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
  return openAfter(tx, after, limit, true);
}

/** The same, only read. */
export async function readOpenAfter(tx: Tx, after: MatterId | null, limit: number): Promise<LockedMatter[]> {
  return openAfter(tx, after, limit, false);
}

function openAfter(tx: Tx, after: MatterId | null, limit: number, lock: boolean): Promise<LockedMatter[]> {
  return namedQuery<LockedMatter>(
    tx,
    `matter-open-${after ? 'after' : 'first'}${lock ? '-locked' : ''}`,
    `select ${matterColumns}, holders, given from city.matter
     where city_id = $1 and closed_at is null ${after ? 'and matter_id > $3' : ''}
     order by matter_id limit $2 ${lock ? 'for update' : ''}`,
    after ? [tx.scope.cityId, limit, after] : [tx.scope.cityId, limit],
  );
}
