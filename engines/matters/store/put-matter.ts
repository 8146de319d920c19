import { namedQuery, type Tx } from '#db';
import type { MatterEvent } from '../domain/event.ts';
import type { MatterId } from '../domain/identity.ts';
import type { LockedMatter } from './matter-row.ts';

export type ClockRow = {
  readonly clock: string;
  readonly run: number;
  readonly against: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly dueAt: Date;
  readonly provisional: boolean;
};

export type MatterWrite = {
  readonly row: LockedMatter;
  /** Added in this transaction, in order. */
  readonly events: readonly MatterEvent[];
  readonly clocks: readonly ClockRow[];
  /** Null: as they were. */
  readonly seats: readonly { readonly holder: string; readonly seat: string }[] | null;
};

const fields = [
  ['matter_id', 'matterId'],
  ['kind', 'kind'],
  ['number', 'number'],
  ['title', 'title'],
  ['state', 'state'],
  ['project_id', 'projectId'],
  ['org_id', 'orgId'],
  ['enterprise', 'enterprise'],
  ['category', 'category'],
  ['cause', 'cause'],
  ['urgent', 'urgent'],
  ['guarded', 'guarded'],
  ['lead', 'lead'],
  ['support', 'support'],
  ['raiser', 'raiser'],
  ['raised_by', 'raisedBy'],
  ['districts', 'districts'],
  ['holders', 'holders'],
  ['level', 'level'],
  ['source', 'source'],
  ['source_key', 'sourceKey'],
  ['given', 'given'],
  ['bounces', 'bounces'],
  ['redos', 'redos'],
  ['satisfaction', 'satisfaction'],
  ['opened_at', 'openedAt'],
  ['opened_on', 'openedOn'],
  ['closed_at', 'closedAt'],
  ['due_at', 'dueAt'],
  ['due_clock', 'dueClock'],
  ['warn_at', 'warnAt'],
  ['paused', 'paused'],
  ['next_at', 'nextAt'],
  ['version', 'version'],
] as const satisfies readonly (readonly [string, keyof LockedMatter])[];

const columns = fields.map(([column]) => column);
const values = fields.map((_, index) => `$${index + 2}`);
const fixed = new Set(['matter_id', 'kind', 'number', 'opened_at', 'opened_on', 'raised_by', 'districts']);
const sets = columns.filter((column) => !fixed.has(column)).map((column) => `${column} = excluded.${column}`);

/**
 * The row with its new events, then what depends on the row being there: row security asks whether the matter is seen.
 * All go out without waiting for each other.
 */
export async function putMatter(tx: Tx, { row, events, clocks, seats }: MatterWrite): Promise<void> {
  await Promise.all([
    putRow(tx, row, events),
    ...(clocks.length > 0 ? [putClocks(tx, row.matterId, clocks)] : []),
    ...(seats ? [putSeats(tx, row.matterId, seats)] : []),
  ]);
}

async function putRow(tx: Tx, row: LockedMatter, events: readonly MatterEvent[]): Promise<void> {
  const asked = fields.map(([, key]) => (key === 'given' ? JSON.stringify(row.given) : row[key]));
  await namedQuery(
    tx,
    'matter-put',
    `with kept as (
       insert into city.matter (city_id, ${columns.join(', ')}) values ($1, ${values.join(', ')})
       on conflict (city_id, matter_id) do update set ${sets.join(', ')}
       returning matter_id
     )
     insert into city.matter_event (city_id, matter_id, number, type, at, on_day, account_id, by_name, by_org, seat, fact)
     select $1, matter_id, (e ->> 'number')::integer, e -> 'fact' ->> 'type', (e ->> 'at')::timestamptz,
       (e ->> 'on')::date, (e -> 'by' ->> 'accountId')::uuid, e -> 'by' ->> 'name', (e -> 'by' ->> 'orgId')::uuid,
       e -> 'by' ->> 'seat', e -> 'fact'
     from kept, jsonb_array_elements($${fields.length + 2}::jsonb) e`,
    [tx.scope.cityId, ...asked, JSON.stringify(events)],
  );
}

async function putClocks(tx: Tx, matterId: MatterId, clocks: readonly ClockRow[]): Promise<void> {
  const of = <K extends keyof ClockRow>(key: K) => clocks.map((clock) => clock[key]);
  await namedQuery(
    tx,
    'matter-clocks-put',
    `insert into city.matter_clock (city_id, matter_id, clock, run, against, started_at, ended_at, due_at, provisional)
     select $1, $2, * from unnest($3::text[], $4::integer[], $5::uuid[], $6::timestamptz[], $7::timestamptz[],
       $8::timestamptz[], $9::boolean[])
     on conflict (city_id, matter_id, clock, run) do update set against = excluded.against, ended_at = excluded.ended_at,
       due_at = excluded.due_at, provisional = excluded.provisional`,
    [
      ...[tx.scope.cityId, matterId, of('clock'), of('run'), of('against'), of('startedAt'), of('endedAt')],
      ...[of('dueAt'), of('provisional')],
    ],
  );
}

async function putSeats(tx: Tx, matterId: MatterId, seats: NonNullable<MatterWrite['seats']>): Promise<void> {
  const holders = seats.map(({ holder }) => holder);
  await namedQuery(
    tx,
    'matter-seats',
    `with gone as (
       delete from city.matter_seat where city_id = $1 and matter_id = $2
         and (holder_id, seat) not in (select * from unnest($3::uuid[], $4::text[]))
     )
     insert into city.matter_seat (city_id, matter_id, holder_id, seat)
     select $1, $2, * from unnest($3::uuid[], $4::text[]) on conflict do nothing`,
    [tx.scope.cityId, matterId, holders, seats.map(({ seat }) => seat)],
  );
}
