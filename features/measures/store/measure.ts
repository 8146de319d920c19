import { namedQuery, type Tx } from '#db';
import type { MatterId } from '#engines/matters';
import type { Id } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';
import type { DraftTarget } from '../contract.ts';
import type { Cadence } from '../domain/cadence.ts';
import type { MatterClock } from '../domain/standing.ts';
import type { PolicyDocumentId } from './document.ts';

export type PolicyMeasureId = Id<'policyMeasure'>;

export type MeasureRow = {
  readonly documentId: PolicyDocumentId;
  readonly measureId: PolicyMeasureId;
  readonly matterId: MatterId;
  readonly position: number;
  readonly no: string;
  readonly chapter: string | null;
  readonly title: string;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly targets: readonly DraftTarget[];
  readonly dueOn: PlainDate | null;
  readonly cadence: Cadence;
};

/** With where its matter stands: the row, its running clocks, and what was told last. */
export type TrackedRow = MeasureRow & {
  readonly number: string;
  readonly state: string;
  readonly matterLead: string | null;
  readonly matterSupport: readonly string[];
  readonly closedAt: Date | null;
  readonly dueAt: Date | null;
  readonly dueClock: string | null;
  readonly warnAt: Date | null;
  readonly version: number;
  readonly clocks: readonly { readonly clock: string; readonly dueAt: string }[];
  readonly last: readonly LastTold[];
};

/** The last report and the last check of a measure. */
export type LastTold = {
  readonly action: string;
  readonly on: PlainDate;
  readonly number: number;
  readonly given: Readonly<Record<string, unknown>>;
};

const columns = `p.document_id as "documentId", p.measure_id as "measureId", p.matter_id as "matterId", p.position, p.no,
  p.chapter, p.title, p.lead, p.support, p.targets, p.due_on as "dueOn", p.cadence`;

const tracked = `select ${columns}, m.number, m.state, m.lead as "matterLead", m.support as "matterSupport",
    m.closed_at as "closedAt", m.due_at as "dueAt", m.due_clock as "dueClock", m.warn_at as "warnAt", m.version,
    coalesce((select json_agg(json_build_object('clock', c.clock, 'dueAt', c.due_at)) from city.matter_clock c
      where c.city_id = $1 and c.matter_id = p.matter_id and c.ended_at is null), '[]') as clocks,
    coalesce((select json_agg(json_build_object('action', e.fact ->> 'action', 'on', e.on_day, 'number', e.number,
        'given', e.fact -> 'given') order by e.number)
      from (select distinct on (e.fact ->> 'action') e.* from city.matter_event e
        where e.city_id = $1 and e.matter_id = p.matter_id and e.type = 'acted'
          and e.fact ->> 'action' in ('report', 'claim', 'check', 'inspect', 'verify', 'sustain')
        order by e.fact ->> 'action', e.number desc) e), '[]') as last
  from city.policy_measure p join city.matter m on m.city_id = $1 and m.matter_id = p.matter_id`;

export async function readTracked(tx: Tx, documentIds: readonly PolicyDocumentId[]): Promise<TrackedRow[]> {
  if (documentIds.length === 0) return [];
  return namedQuery<TrackedRow>(
    tx,
    'policy-measures',
    `${tracked} where p.city_id = $1 and p.document_id = any ($2::uuid[]) order by p.document_id, p.position`,
    [tx.scope.cityId, documentIds],
  );
}

export async function findTracked(tx: Tx, measureId: PolicyMeasureId): Promise<TrackedRow | undefined> {
  const [row] = await namedQuery<TrackedRow>(
    tx,
    'policy-measure-find',
    `${tracked} where p.city_id = $1 and p.measure_id = $2`,
    [tx.scope.cityId, measureId],
  );
  return row;
}

export function clocksOf({ clocks }: TrackedRow): MatterClock[] {
  return clocks.map(({ clock, dueAt }) => ({ clock, dueAt: new Date(dueAt) }));
}

export async function insertMeasure(tx: Tx, row: MeasureRow): Promise<void> {
  await namedQuery(
    tx,
    'policy-measure-add',
    `insert into city.policy_measure (city_id, document_id, measure_id, matter_id, position, no, chapter, title, lead,
       support, targets, due_on, cadence)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::uuid[], $10::uuid[], $11::jsonb, $12, $13)`,
    [
      ...[tx.scope.cityId, row.documentId, row.measureId, row.matterId, row.position, row.no, row.chapter],
      ...[row.title, row.lead, row.support, JSON.stringify(row.targets), row.dueOn, row.cadence],
    ],
  );
}
