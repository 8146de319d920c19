import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Light } from '#kernel/light';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';

/** The latest month, not after the one asked, with lights by a day. */
export async function litMonth(tx: Tx, latest: Month, asOf: PlainDate): Promise<Month | undefined> {
  const { rows } = await sql<{ month: Month }>`
    select month from city.light where city_id = ${tx.scope.cityId} and month <= ${latest} and as_of <= ${asOf}
    order by month desc limit 1`.execute(tables(tx));
  return rows[0]?.month;
}

/** Red lights whose figures the reader sees, the furthest behind plan first; all of them are counted. */
export async function redLights(
  tx: Tx,
  { month, asOf, limit }: { month: Month; asOf: PlainDate; limit: number },
): Promise<{ total: number; rows: { subjectId: string; evaluationId: string }[] }> {
  const { rows } = await sql<{ subjectId: string; evaluationId: string; total: number }>`
    with standing as (
      select distinct on (subject_id) subject_id, overall, as_of, evaluation_id from city.light
      where city_id = ${tx.scope.cityId} and month = ${month} and as_of <= ${asOf}
      order by subject_id, as_of desc, evaluation_id desc)
    select s.subject_id as "subjectId", s.evaluation_id as "evaluationId", (count(*) over ())::integer as total
    from standing s
    join city.evaluation e on e.city_id = ${tx.scope.cityId} and e.subject_id = s.subject_id and e.month = ${month}
      and e.as_of = s.as_of and e.evaluation_id = s.evaluation_id
    where s.overall = 'red'
    order by coalesce((e.inputs ->> 'planToMonthFen')::numeric, 0)
      - coalesce((e.inputs ->> 'actualToMonthFen')::numeric, 0) desc, s.subject_id
    limit ${limit}`.execute(tables(tx));
  return { total: rows[0]?.total ?? 0, rows };
}

export type LightChange = {
  readonly subjectId: string;
  readonly month: Month;
  readonly on: PlainDate;
  readonly before: Light;
  readonly after: Light | null;
};

/** Lights of a month that differ from what stood before a day: the same month's, or else an earlier month's. */
export async function lightChanges(
  tx: Tx,
  { month, since, asOf }: { month: Month; since: PlainDate; asOf: PlainDate },
): Promise<LightChange[]> {
  const { rows } = await sql<LightChange>`
    with fresh as (
      select distinct on (subject_id) subject_id, as_of, overall from city.light
      where city_id = ${tx.scope.cityId} and month = ${month} and as_of between ${since} and ${asOf}
      order by subject_id, as_of desc, evaluation_id desc)
    select f.subject_id as "subjectId", ${month} as month, f.as_of as "on", b.overall as before, f.overall as after
    from fresh f
    cross join lateral (
      select l.overall from city.light l
      where l.city_id = ${tx.scope.cityId} and l.subject_id = f.subject_id and l.month <= ${month}
        and (l.month < ${month} or l.as_of < ${since})
      order by l.month desc, l.as_of desc, l.evaluation_id desc limit 1) b
    where b.overall is not null and b.overall is distinct from f.overall
    order by array_position(array['red', 'yellow', 'grey', 'green'], f.overall), f.as_of desc, f.subject_id`.execute(
    tables(tx),
  );
  return rows;
}
