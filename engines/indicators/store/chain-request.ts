import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Month } from '#kernel/month';
import type { RequestAct } from '../domain/chain.ts';
import type { ReportFacts } from '../domain/report.ts';
import type { SubjectId } from '../domain/subject.ts';
import { factsFrom, type StoredFacts } from './chain-draft.ts';

/** 补报 or 更正 asked for after the lock, with its answer. */
export type ReportRequest = {
  readonly requestId: string;
  readonly subjectId: SubjectId;
  readonly month: Month;
  readonly act: RequestAct;
  readonly facts: ReportFacts;
  readonly reason: string;
  readonly accountId: string;
  readonly personId: string | null;
  readonly askedBy: string;
  readonly onBehalfOf: string | null;
  readonly askedAt: Date;
  readonly answer: 'approve' | 'reject' | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly answerReason: string | null;
};

/** Newest first. */
export async function readRequests(
  tx: Tx,
  { month = null, requestId = null }: { month?: Month | null; requestId?: string | null },
): Promise<ReportRequest[]> {
  const { rows } = await sql<Omit<ReportRequest, 'facts'> & { facts: StoredFacts }>`
    select q.entry_id as "requestId", q.subject_id as "subjectId", q.month, q.act, q.facts, q.reason,
      q.account_id as "accountId", q.person_id as "personId", q.name as "askedBy", q.on_behalf_of as "onBehalfOf",
      q.recorded_at as "askedAt", a.act as answer, a.name as "answeredBy", a.recorded_at as "answeredAt",
      a.reason as "answerReason"
    from city.report_step q
    left join city.report_step a on a.city_id = q.city_id and a.about = q.entry_id
    where q.city_id = ${tx.scope.cityId} and q.facts is not null
      and (${month}::text is null or q.month = ${month}) and (${requestId}::uuid is null or q.entry_id = ${requestId})
    order by q.entry_id desc`.execute(tables(tx));
  return rows.map((row) => ({ ...row, facts: factsFrom(row.facts) }));
}
