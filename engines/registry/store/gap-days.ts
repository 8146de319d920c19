import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import type { ProjectId } from '../domain/identity.ts';

/**
 * Since when a project has had nobody of a kind: the day it came on a list of the year (on none: the day its card was
 * opened), or the day on which the last holder of the kind left, whichever is later.
 */
export async function openedGaps(
  tx: Tx,
  about: { readonly ids: readonly ProjectId[]; readonly year: number; readonly lastDay: PlainDate },
): Promise<(projectId: ProjectId, kind: string) => PlainDate> {
  const { ids, year, lastDay } = about;
  const { rows: listed } = await sql<{ projectId: ProjectId; on: PlainDate }>`
    select p.project_id as "projectId", least(${lastDay}::date, greatest(make_date(${year}, 1, 1), coalesce(
      (select min(m.from_on) from city.list_membership m
        where m.city_id = p.city_id and m.project_id = p.project_id and m.year = ${year}),
      (select min(c.on_day) from city.stage_change c where c.city_id = p.city_id and c.project_id = p.project_id),
      make_date(${year}, 1, 1)))) as "on"
    from city.project p where p.city_id = ${tx.scope.cityId} and p.project_id = any (${ids}::uuid[])`.execute(
    tables(tx),
  );
  const { rows: left } = await sql<{ projectId: ProjectId; kind: string; on: PlainDate }>`
    select project_id as "projectId", kind, max(to_on) as "on" from city.responsibility
    where city_id = ${tx.scope.cityId} and project_id = any (${ids}::uuid[]) and to_on is not null
    group by 1, 2`.execute(tables(tx));
  const since = new Map(listed.map((row) => [row.projectId, row.on]));
  const ended = new Map(left.map((row) => [`${row.projectId} ${row.kind}`, row.on]));
  return (projectId, kind) => {
    const on = since.get(projectId) ?? lastDay;
    const last = ended.get(`${projectId} ${kind}`);
    return last && last > on ? last : on;
  };
}
