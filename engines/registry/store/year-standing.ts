import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Apart } from '../domain/apart.ts';
import type { YearCategory } from '../domain/aspect.ts';
import type { OrgId, ProjectId } from '../domain/identity.ts';
import { apartColumn } from './link.ts';

/** What decides what a project owes in a year and where its sums count. */
export type YearStanding = {
  readonly projectId: ProjectId;
  readonly apart: Apart | null;
  readonly category: YearCategory | null;
  readonly plannedStart: string | null;
  readonly periodStart: string | null;
  /** The leading district. */
  readonly districtId: OrgId | null;
  /** Departments that lead it now, in order. */
  readonly departments: readonly OrgId[];
};

/** The projects of a year's lists; of `among` only, where that is given. */
export async function readYearStandings(
  tx: Tx,
  year: number,
  among?: readonly string[],
): Promise<YearStanding[]> {
  const city = tx.scope.cityId;
  const ofThese = (column: string) => (among ? sql`and ${sql.ref(column)} = any (${among}::uuid[])` : sql``);
  const { rows } = await sql<YearStanding>`
    with district as materialized (
      select distinct on (project_id) project_id, org_id from city.project_district
      where city_id = ${city} ${ofThese('project_id')} order by project_id, position
    ), department as materialized (
      select project_id, array_agg(org_id order by position) as org_ids from city.project_department
      where city_id = ${city} and org_id is not null ${ofThese('project_id')} group by project_id
    )
    select p.project_id as "projectId", ${apartColumn}, e.category, e.planned_start as "plannedStart",
      d.period_start as "periodStart", district.org_id as "districtId",
      coalesce(department.org_ids, '{}') as departments
    from city.project p
    join city.year_entry e on e.city_id = p.city_id and e.project_id = p.project_id and e.year = ${year}
    left join city.project_detail d on d.city_id = p.city_id and d.project_id = p.project_id
    left join district on district.project_id = p.project_id
    left join department on department.project_id = p.project_id
    where p.city_id = ${city} and p.withdrawn_at is null ${ofThese('p.project_id')}
    order by p.project_id`.execute(tables(tx));
  return rows;
}
