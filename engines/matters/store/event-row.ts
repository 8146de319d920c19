import { namedQuery, type Tx } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import type { Seat } from '../domain/definition.ts';
import type { EventFact, MatterEvent } from '../domain/event.ts';
import type { MatterId } from '../domain/identity.ts';

type Row = {
  readonly matterId: MatterId;
  readonly number: number;
  readonly at: Date;
  readonly onDay: PlainDate;
  readonly accountId: string;
  readonly byName: string;
  readonly byOrg: string | null;
  readonly seat: Seat;
  readonly fact: EventFact;
};

const columns = `matter_id as "matterId", number, at, on_day as "onDay", account_id as "accountId", by_name as "byName",
  by_org as "byOrg", seat, fact`;

/** The events of a matter in order; with an instant, those recorded up to it. */
export async function readEvents(tx: Tx, matterId: MatterId, upTo?: Date): Promise<MatterEvent[]> {
  const rows = await namedQuery<Row>(
    tx,
    upTo ? 'matter-events-up-to' : 'matter-events',
    `select ${columns} from city.matter_event where city_id = $1 and matter_id = $2 ${upTo ? 'and at <= $3' : ''}
     order by number`,
    upTo ? [tx.scope.cityId, matterId, upTo] : [tx.scope.cityId, matterId],
  );
  return rows.map(eventOf);
}

export async function readEventsOfMany(
  tx: Tx,
  matterIds: readonly MatterId[],
): Promise<Map<MatterId, MatterEvent[]>> {
  const rows = await namedQuery<Row>(
    tx,
    'matter-events-of-many',
    `select ${columns} from city.matter_event where city_id = $1 and matter_id = any ($2::uuid[])
     order by matter_id, number`,
    [tx.scope.cityId, matterIds],
  );
  const found = new Map<MatterId, MatterEvent[]>();
  for (const row of rows) {
    const events = found.get(row.matterId);
    if (events) events.push(eventOf(row));
    else found.set(row.matterId, [eventOf(row)]);
  }
  return found;
}

function eventOf(row: Row): MatterEvent {
  const { number, at, onDay, accountId, byName, byOrg, seat, fact } = row;
  return {
    number,
    at,
    on: onDay,
    by: { accountId, name: byName, ...(byOrg ? { orgId: byOrg } : {}), seat },
    fact,
  };
}
