import { namedQuery, type Tx } from '#db';
import type { LockedMatter } from './matter-row.ts';
import type { MatterWrite } from './put-matter.ts';

type Swept = Omit<MatterWrite, 'seats'>;

/**
 * Many matters that the program itself has moved: their events, what such an event or the derivation may change of their
 * rows, and the runs of their clocks that were not over. Nothing of it waits for the other.
 */
export async function putSwept(tx: Tx, writes: readonly Swept[]): Promise<void> {
  await Promise.all([
    changeRows(
      tx,
      writes.map(({ row }) => row),
    ),
    addEvents(tx, writes),
    changeClocks(tx, writes),
  ]);
}

async function changeRows(tx: Tx, rows: readonly LockedMatter[]): Promise<void> {
  const of = <K extends keyof LockedMatter>(key: K) => rows.map((row) => row[key]);
  await namedQuery(
    tx,
    'matters-swept',
    `update city.matter m set state = s.state, level = s.level, closed_at = s.closed_at, due_at = s.due_at,
       due_clock = s.due_clock, warn_at = s.warn_at, paused = s.paused, next_at = s.next_at, version = s.version
     from unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::text[],
       $8::timestamptz[], $9::boolean[], $10::timestamptz[], $11::integer[])
       as s (matter_id, state, level, closed_at, due_at, due_clock, warn_at, paused, next_at, version)
     where m.city_id = $1 and m.matter_id = s.matter_id`,
    [
      ...[tx.scope.cityId, of('matterId'), of('state'), of('level'), of('closedAt'), of('dueAt')],
      ...[of('dueClock'), of('warnAt'), of('paused'), of('nextAt'), of('version')],
    ],
  );
}

async function addEvents(tx: Tx, writes: readonly Swept[]): Promise<void> {
  const added = writes.flatMap(({ row, events }) => events.map((event) => ({ ...event, of: row.matterId })));
  if (added.length === 0) return;
  await namedQuery(
    tx,
    'matter-events-add',
    `insert into city.matter_event (city_id, matter_id, number, type, at, on_day, account_id, by_name, by_org, seat, fact)
     select $1, (e ->> 'of')::uuid, (e ->> 'number')::integer, e -> 'fact' ->> 'type', (e ->> 'at')::timestamptz,
       (e ->> 'on')::date, (e -> 'by' ->> 'accountId')::uuid, e -> 'by' ->> 'name', (e -> 'by' ->> 'orgId')::uuid,
       e -> 'by' ->> 'seat', e -> 'fact'
     from jsonb_array_elements($2::jsonb) e`,
    [tx.scope.cityId, JSON.stringify(added)],
  );
}

/** What stands as it stood is not written again. */
async function changeClocks(tx: Tx, writes: readonly Swept[]): Promise<void> {
  const rows = writes.flatMap(({ row, clocks }) => clocks.map((one) => ({ ...one, matterId: row.matterId })));
  if (rows.length === 0) return;
  const of = <K extends keyof (typeof rows)[number]>(key: K) => rows.map((row) => row[key]);
  await namedQuery(
    tx,
    'matter-clocks-swept',
    `with asked as (
       select * from unnest($2::uuid[], $3::text[], $4::integer[], $5::uuid[], $6::timestamptz[], $7::timestamptz[],
         $8::timestamptz[], $9::boolean[])
         as a (matter_id, clock, run, against, started_at, ended_at, due_at, provisional)
     ), stood as (
       select a.*, c.run is null as fresh, (c.ended_at, c.due_at, c.provisional, c.against)
         is distinct from (a.ended_at, a.due_at, a.provisional, a.against) as moved
       from asked a left join city.matter_clock c
         on c.city_id = $1 and c.matter_id = a.matter_id and c.clock = a.clock and c.run = a.run
     ), changed as (
       update city.matter_clock c set against = s.against, ended_at = s.ended_at, due_at = s.due_at,
         provisional = s.provisional
       from stood s where s.moved and not s.fresh and c.city_id = $1 and c.matter_id = s.matter_id
         and c.clock = s.clock and c.run = s.run
     )
     insert into city.matter_clock (city_id, matter_id, clock, run, against, started_at, ended_at, due_at, provisional)
     select $1, matter_id, clock, run, against, started_at, ended_at, due_at, provisional from stood where fresh`,
    [
      ...[tx.scope.cityId, of('matterId'), of('clock'), of('run'), of('against'), of('startedAt')],
      ...[of('endedAt'), of('dueAt'), of('provisional')],
    ],
  );
}
