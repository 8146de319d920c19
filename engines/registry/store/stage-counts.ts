import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Month } from '#kernel/month';
import type { OrgId } from '../domain/identity.ts';

export type StageCount = {
  readonly stage: string;
  readonly orgId: OrgId;
  readonly name: string;
  readonly projects: number;
};

/** Living projects that count by themselves, by stage and leading district, districts in official order. */
export async function countByStage(tx: Tx, year: number | undefined, month: Month): Promise<StageCount[]> {
  const { rows } = await sql<StageCount>`
    select p.stage, o.org_id as "orgId", o.name, count(*)::integer as projects
    from city.project p
    join city.project_district d on d.city_id = p.city_id and d.project_id = p.project_id and d.position = 1
    join city.organisation o on o.city_id = d.city_id and o.org_id = d.org_id
    where p.city_id = ${tx.scope.cityId} and p.withdrawn_at is null and p.merged_into is null
      and city.counts_in(p, ${month}) and (${year ?? null}::integer is null or exists (select 1 from city.year_entry e
        where e.city_id = p.city_id and e.project_id = p.project_id and e.year = ${year ?? null}))
    group by p.stage, o.org_id, o.name, o.official_order
    order by o.official_order, o.org_id`.execute(tables(tx));
  return rows;
}
