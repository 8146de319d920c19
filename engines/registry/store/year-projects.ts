import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import { type Month, monthOfYear } from '#kernel/month';
import type { ProjectId } from '../domain/identity.ts';

/** Projects of a year's lists, within the transaction's scope, that live and count by themselves in a month. */
export async function listYearProjects(
  tx: Tx,
  year: number,
  month: Month = monthOfYear(year, 12),
): Promise<ProjectId[]> {
  const { rows } = await sql<{ id: ProjectId }>`
    select p.project_id as id from city.project p
    join city.year_entry e on e.city_id = p.city_id and e.project_id = p.project_id and e.year = ${year}
    join city.project_detail d on d.city_id = p.city_id and d.project_id = p.project_id
    where p.city_id = ${tx.scope.cityId} and p.withdrawn_at is null and p.merged_into is null
      and city.counts_in(p, ${month})
    order by p.number`.execute(tables(tx));
  return rows.map((row) => row.id);
}
