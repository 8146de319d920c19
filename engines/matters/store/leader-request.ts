import { namedQuery, type Tx } from '#db';
import type { MatterId } from '../domain/identity.ts';

/** A rung that names a leader: the system drafts, the government office decides, the leader's answer is kept. */
export type LeaderRequest = {
  readonly requestId: string;
  readonly matterId: MatterId;
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly run: string;
  readonly rung: string;
  readonly recipient: string;
  readonly draftedAt: Date;
  readonly state: 'drafted' | 'forwarded' | 'dropped';
  readonly decidedName: string | null;
  readonly decidedAt: Date | null;
  readonly note: string | null;
  readonly answer: string | null;
  readonly answeredName: string | null;
  readonly answeredAt: Date | null;
  readonly version: number;
};

export type RequestFilter = {
  readonly state?: LeaderRequest['state'] | undefined;
  readonly answered?: boolean | undefined;
  readonly matterId?: MatterId | undefined;
};

export type RequestDraft = Pick<
  LeaderRequest,
  'requestId' | 'matterId' | 'run' | 'rung' | 'recipient' | 'draftedAt'
>;

export async function draftRequests(tx: Tx, drafts: readonly RequestDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const of = <K extends keyof RequestDraft>(key: K) => drafts.map((draft) => draft[key]);
  await namedQuery(
    tx,
    'leader-requests-add',
    `insert into city.leader_request (city_id, request_id, matter_id, run, rung, recipient, drafted_at)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
     on conflict do nothing`,
    [
      ...[tx.scope.cityId, of('requestId'), of('matterId'), of('run'), of('rung'), of('recipient')],
      of('draftedAt'),
    ],
  );
}

const columns = `r.request_id as "requestId", r.matter_id as "matterId", m.number, m.title, m.kind, r.run, r.rung,
  r.recipient, r.drafted_at as "draftedAt", r.state, r.decided_name as "decidedName", r.decided_at as "decidedAt", r.note,
  r.answer, r.answered_name as "answeredName", r.answered_at as "answeredAt", r.version`;

/** Drafts first, then what was decided, latest first. */
export async function readRequests(tx: Tx, filter: RequestFilter, limit: number): Promise<LeaderRequest[]> {
  return namedQuery<LeaderRequest>(
    tx,
    'leader-requests',
    `select ${columns} from city.leader_request r join city.matter m using (city_id, matter_id)
     where r.city_id = $1 and ($3::text is null or r.state = $3)
       and ($4::boolean is null or (r.answer is not null) = $4) and ($5::uuid is null or r.matter_id = $5)
     order by r.state <> 'drafted', r.drafted_at desc, r.request_id limit $2`,
    [tx.scope.cityId, limit, filter.state ?? null, filter.answered ?? null, filter.matterId ?? null],
  );
}

export type RequestCounts = { readonly drafted: number; readonly waiting: number };

/** Drafts to be decided, and forwarded ones that wait for an answer. */
export async function countRequests(tx: Tx): Promise<RequestCounts> {
  const [row] = await namedQuery<RequestCounts>(
    tx,
    'leader-request-counts',
    `select count(*) filter (where state = 'drafted')::integer as drafted,
       count(*) filter (where state = 'forwarded' and answer is null)::integer as waiting
     from city.leader_request where city_id = $1`,
    [tx.scope.cityId],
  );
  return row ?? { drafted: 0, waiting: 0 };
}

export async function findRequest(tx: Tx, requestId: string): Promise<LeaderRequest | undefined> {
  const [row] = await namedQuery<LeaderRequest>(
    tx,
    'leader-request',
    `select ${columns} from city.leader_request r join city.matter m using (city_id, matter_id)
     where r.city_id = $1 and r.request_id = $2 for update of r`,
    [tx.scope.cityId, requestId],
  );
  return row;
}

export async function decideRequestRow(
  tx: Tx,
  row: Pick<LeaderRequest, 'requestId' | 'state' | 'decidedName' | 'decidedAt' | 'note'> & {
    readonly by: string;
  },
): Promise<void> {
  await namedQuery(
    tx,
    'leader-request-decide',
    `update city.leader_request set state = $3, decided_by = $4, decided_name = $5, decided_at = $6, note = $7,
       version = version + 1 where city_id = $1 and request_id = $2`,
    [tx.scope.cityId, row.requestId, row.state, row.by, row.decidedName, row.decidedAt, row.note],
  );
}

export async function answerRequestRow(
  tx: Tx,
  row: Pick<LeaderRequest, 'requestId' | 'answer' | 'answeredName' | 'answeredAt'> & { readonly by: string },
): Promise<void> {
  await namedQuery(
    tx,
    'leader-request-answer',
    `update city.leader_request set answer = $3, answered_by = $4, answered_name = $5, answered_at = $6,
       version = version + 1 where city_id = $1 and request_id = $2`,
    [tx.scope.cityId, row.requestId, row.answer, row.by, row.answeredName, row.answeredAt],
  );
}
