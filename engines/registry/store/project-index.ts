import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { ProjectId } from '../domain/identity.ts';
import type { KnownProject } from '../domain/match-rows.ts';

/** Every project the city ever had, with the code it has, or had last. */
export async function listKnownProjects(tx: Tx): Promise<KnownProject[]> {
  const { rows } = await sql<Omit<KnownProject, 'code'>>`
    select project_id as "projectId", number, name, withdrawn_at is not null as withdrawn
    from city.project where city_id = ${tx.scope.cityId} order by number`.execute(tables(tx));
  const { rows: codes } = await sql<{ projectId: ProjectId; code: string }>`
    select distinct on (project_id) project_id as "projectId", code from city.project_code
    where city_id = ${tx.scope.cityId} order by project_id, to_on desc nulls first, recorded_at desc`.execute(
    tables(tx),
  );
  const codeOf = new Map(codes.map((row) => [row.projectId, row.code]));
  return rows.map((row) => ({ ...row, code: codeOf.get(row.projectId) ?? null }));
}

/** Takes the next serials of a year and keeps others from taking them until the transaction ends. */
export async function takeSerials(tx: Tx, year: number, count: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into city.project_serial as kept (city_id, year, last) values (${tx.scope.cityId}, ${year}, ${count})
    on conflict (city_id, year) do update set last = kept.last + excluded.last
    returning last`.execute(tables(tx));
  return (rows[0]?.last ?? count) - count + 1;
}

/** One writer of projects at a time in a city: two imports never see the same project missing. */
export async function lockProjects(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('registry.projects'), ${tx.scope.cityId})`.execute(
    tables(tx),
  );
}

/** Of these projects, the ones within the transaction's reach. */
export async function listWithinScope(tx: Tx, ids: readonly ProjectId[]): Promise<Set<ProjectId>> {
  const { rows } = await sql<{ id: ProjectId }>`
    select p.project_id as id from city.project p
    where p.city_id = ${tx.scope.cityId} and p.project_id = any (${ids}::uuid[])
      and (city.reaches_city() or exists (
        select 1 from city.project_scope s where s.city_id = p.city_id and s.project_id = p.project_id
          and s.holder_id = any (city.current_holders())))`.execute(tables(tx));
  return new Set(rows.map((row) => row.id));
}

/**
 * After many new rows the planner would still think the tables small. Does something only where the import is large
 * beside what was there.
 */
export async function refreshStatistics(tx: Tx, added: number): Promise<void> {
  if (added >= 200) await sql`select city.analyze_projects(${added})`.execute(tables(tx));
}
