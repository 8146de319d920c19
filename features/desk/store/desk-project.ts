import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Id } from '#kernel/id';

export type DeskProject = {
  readonly projectId: Id<'project'>;
  readonly number: string;
  readonly name: string;
  readonly district: string | null;
};

/** Names for the few projects a desk shows, with the leading district. */
export async function deskProjects(tx: Tx, ids: readonly string[]): Promise<Map<string, DeskProject>> {
  const { rows } = await sql<DeskProject>`
    select p.project_id as "projectId", p.number, p.name, o.name as district
    from city.project p
    left join city.project_district d on d.city_id = p.city_id and d.project_id = p.project_id and d.position = 1
    left join city.organisation o on o.city_id = d.city_id and o.org_id = d.org_id
    where p.city_id = ${tx.scope.cityId} and p.project_id = any (${ids}::uuid[])`.execute(tables(tx));
  return new Map(rows.map((row) => [row.projectId as string, row]));
}

/** The projects that these offices or people answer for. */
export async function projectsHeldBy(tx: Tx, holders: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct project_id as id from city.project_scope
    where city_id = ${tx.scope.cityId} and holder_id = any (${holders}::uuid[])`.execute(tables(tx));
  return new Set(rows.map(({ id }) => id));
}
