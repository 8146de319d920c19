import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Lookalike } from '../domain/duplicate.ts';
import { normalName } from '../domain/name.ts';

/** Living projects of the city, of whatever district, that share name, code or sponsor. */
export async function listLookalikes(
  tx: Tx,
  project: { readonly name: string; readonly code: string | null; readonly uscc: string | null },
): Promise<Lookalike[]> {
  const { rows } = await sql<Lookalike>`
    with sponsored as (select city.projects_of_sponsor(${project.uscc ?? ''}) as project_id)
    select p.project_id as "projectId", p.number, p.name, c.code,
      p.project_id in (select project_id from sponsored) as "sameSponsor"
    from city.project p
    left join city.project_code c on c.city_id = p.city_id and c.project_id = p.project_id and c.to_on is null
    where p.city_id = ${tx.scope.cityId} and p.withdrawn_at is null
      and (p.name_normal = ${normalName(project.name)} or c.code = ${project.code}
        or p.project_id in (select project_id from sponsored))
    order by p.number`.execute(tables(tx));
  return rows;
}
