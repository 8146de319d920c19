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

/** Returned reports that nobody corrected or verified since, latest first. */
export async function openReturns(tx: Tx): Promise<Returned[]> {
  const { rows } = await sql<Returned>`
    select r.subject_id as "subjectId", r.month, r.number, r.reason, r.returned_by_name as by, r.returned_at as at
    from city.report_return r
    where r.city_id = ${tx.scope.cityId} and not exists (
      select 1 from city.report later
      where later.city_id = r.city_id and later.subject_id = r.subject_id and later.month = r.month
        and ((later.standing = 'reported' and later.number > r.number)
          or (later.standing = 'verified' and later.recorded_at > r.returned_at)))
    order by r.returned_at desc`.execute(tables(tx));
  return rows;
}
