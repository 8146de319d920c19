import { namedQuery, type Tx } from '#db';

export type QueuedRow = {
  readonly matterId: string;
  readonly number: string;
  readonly kind: string;
  readonly title: string;
  readonly state: string;
  readonly channel: 'portal' | 'call' | 'ticket';
  readonly language: 'zh' | 'en' | 'ja' | 'ko';
  readonly enterprise: string | null;
  readonly districtId: string | null;
  readonly category: string | null;
  readonly content: string;
  readonly takenAt: Date;
  readonly dueAt: Date | null;
  readonly urgent: boolean;
  readonly guarded: boolean;
  readonly version: number;
  readonly total: number;
};

/** Open and led by nobody, the first due first. */
export async function findQueue(
  tx: Tx,
  kinds: readonly string[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<QueuedRow[]> {
  return namedQuery<QueuedRow>(
    tx,
    'petition_queue',
    `select m.matter_id as "matterId", m.number, m.kind, m.title, m.state, p.channel, p.language, m.enterprise,
       p.district_id as "districtId", m.category, coalesce(m.given ->> 'content', '') as content,
       p.taken_at as "takenAt", m.due_at as "dueAt", m.urgent, m.guarded, m.version,
       count(*) over ()::integer as total
     from city.matter m join city.petition p on p.city_id = m.city_id and p.matter_id = m.matter_id
     where m.city_id = $1 and m.kind = any ($2::text[]) and m.lead is null and m.closed_at is null
     order by m.due_at nulls last, m.matter_id limit $3 offset $4`,
    [tx.scope.cityId, kinds, limit, offset],
  );
}

export type WaitingRow = {
  readonly matterId: string;
  readonly number: string;
  readonly kind: string;
  readonly title: string;
  readonly lead: string | null;
  readonly reply: string | null;
  readonly answeredAt: Date | null;
  readonly dueAt: Date | null;
  readonly tries: number;
  readonly hasPhone: boolean;
  readonly version: number;
  readonly total: number;
};

/** Answered and not yet confirmed, the first to run out first. */
export async function findWaiting(
  tx: Tx,
  kinds: readonly string[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<WaitingRow[]> {
  return namedQuery<WaitingRow>(
    tx,
    'petition_waiting',
    `select m.matter_id as "matterId", m.number, m.kind, m.title, m.lead, m.given ->> 'reply' as reply,
       answered.at as "answeredAt", m.due_at as "dueAt", m.version,
       (select count(*)::integer from city.call_back c where c.city_id = $1 and c.matter_id = m.matter_id
         and c.outcome = 'not-reached' and c.at >= answered.at) as tries,
       exists (select 1 from city.petitioner r where r.city_id = $1 and r.petition_id = p.petition_id
         and r.phone is not null) as "hasPhone",
       count(*) over ()::integer as total
     from city.matter m join city.petition p on p.city_id = m.city_id and p.matter_id = m.matter_id
     left join lateral (select max(e.at) as at from city.matter_event e where e.city_id = $1
       and e.matter_id = m.matter_id and e.type = 'acted' and e.fact ->> 'to' = 'answered') answered on true
     where m.city_id = $1 and m.kind = any ($2::text[]) and m.state = 'answered'
     order by m.due_at nulls last, m.matter_id limit $3 offset $4`,
    [tx.scope.cityId, kinds, limit, offset],
  );
}

export type CallBack = {
  readonly outcome: 'satisfied' | 'dissatisfied' | 'not-reached';
  readonly satisfaction: number | null;
  readonly note: string | null;
  readonly by: string;
  readonly at: Date;
};

export async function insertCallBack(
  tx: Tx,
  made: CallBack & { readonly callBackId: string; readonly matterId: string; readonly accountId: string },
): Promise<void> {
  await namedQuery(
    tx,
    'call_back_insert',
    `insert into city.call_back (city_id, call_back_id, matter_id, outcome, satisfaction, note, account_id, by_name, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[tx.scope.cityId, made.callBackId, made.matterId, made.outcome, made.satisfaction, made.note],
      ...[made.accountId, made.by, made.at],
    ],
  );
}

export async function readCallBacks(tx: Tx, matterId: string): Promise<CallBack[]> {
  return namedQuery<CallBack>(
    tx,
    'call_backs',
    `select outcome, satisfaction, note, by_name as by, at from city.call_back
     where city_id = $1 and matter_id = $2 order by at desc`,
    [tx.scope.cityId, matterId],
  );
}
