import { namedQuery, type Tx } from '#db';
import type { MatterId } from '../domain/identity.ts';

export type LeaderRequest = {
  readonly requestId: string;
  readonly matterId: MatterId;
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly rung: string;
  readonly recipient: string;
  readonly draftedAt: Date;
  readonly state: 'drafted' | 'forwarded' | 'dropped';
  readonly decidedName: string | null;
  readonly decidedAt: Date | null;
  readonly note: string | null;
  readonly version: number;
};

export async function draftRequest(
  tx: Tx,
  row: Pick<LeaderRequest, 'requestId' | 'matterId' | 'rung' | 'recipient' | 'draftedAt'> & {
    readonly run: string;
  },
): Promise<void> {
  await namedQuery(
    tx,
    'leader-request-add',
    `insert into city.leader_request (city_id, request_id, matter_id, run, rung, recipient, drafted_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [tx.scope.cityId, row.requestId, row.matterId, row.run, row.rung, row.recipient, row.draftedAt],
  );
}

const columns = `r.request_id as "requestId", r.matter_id as "matterId", m.number, m.title, m.kind, r.rung, r.recipient,
  r.drafted_at as "draftedAt", r.state, r.decided_name as "decidedName", r.decided_at as "decidedAt", r.note, r.version`;

/** Drafts first, then what was decided, latest first. */
export async function readRequests(tx: Tx, limit: number): Promise<LeaderRequest[]> {
  return namedQuery<LeaderRequest>(
    tx,
    'leader-requests',
    `select ${columns} from city.leader_request r join city.matter m using (city_id, matter_id)
     where r.city_id = $1 order by r.state <> 'drafted', r.drafted_at desc limit $2`,
    [tx.scope.cityId, limit],
  );
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
