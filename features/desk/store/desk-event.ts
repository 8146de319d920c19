import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Month } from '#kernel/month';

export type StageEvent = {
  readonly projectId: string;
  readonly before: string;
  readonly after: string;
  readonly at: Date;
  readonly actorId: string;
};

/** Stages that changed since an instant; the stage a card was opened with is no change. */
export async function stageEvents(tx: Tx, since: Date): Promise<StageEvent[]> {
  const { rows } = await sql<StageEvent>`
    select project_id as "projectId", from_stage as before, to_stage as after, recorded_at as at, actor_id as "actorId"
    from city.stage_change
    where city_id = ${tx.scope.cityId} and recorded_at >= ${since} and from_stage is not null
    order by recorded_at desc`.execute(tables(tx));
  return rows;
}

export type ImportEvent = {
  readonly importId: string;
  readonly fileName: string;
  readonly written: number;
  readonly undone: boolean;
  readonly by: string;
  readonly at: Date;
};

/** Workbooks written or taken back since an instant, as far as the reader may know of them. */
export async function importEvents(tx: Tx, since: Date): Promise<ImportEvent[]> {
  const { rows } = await sql<ImportEvent>`
    select import_id as "importId", file_name as "fileName", written, undone_at is not null as undone,
      coalesce(undone_by, actor_name) as by, coalesce(undone_at, written_at) as at
    from city.import_run
    where city_id = ${tx.scope.cityId} and coalesce(undone_at, written_at) >= ${since}
    order by at desc limit 50`.execute(tables(tx));
  return rows;
}

/** Reports filed by hand since an instant, of the months around the one being reported; in the reader's scope. */
export async function countFiled(tx: Tx, since: Date, from: Month): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from city.report
    where city_id = ${tx.scope.cityId} and month >= ${from} and standing = 'reported' and import_id is null
      and recorded_at >= ${since}`.execute(tables(tx));
  return rows[0]?.count ?? 0;
}

export type Returned = {
  readonly subjectId: string;
  readonly month: Month;
  readonly number: number;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
};

/** Rows that were sent back and not filled since, latest first. */
export async function openReturns(tx: Tx): Promise<Returned[]> {
  const { rows } = await sql<Returned>`
    select w.subject_id as "subjectId", w.month, coalesce(s.report_number, 0) as number, s.reason, s.name as by,
      s.recorded_at as at
    from city.report_row w
    join lateral (
      select report_number, reason, name, recorded_at from city.report_step
      where city_id = w.city_id and subject_id = w.subject_id and month = w.month and act = 'return'
      order by entry_id desc limit 1) s on true
    where w.city_id = ${tx.scope.cityId} and w.returned
    order by s.recorded_at desc`.execute(tables(tx));
  return rows;
}
