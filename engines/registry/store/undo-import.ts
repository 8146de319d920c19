import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { AspectKey } from '../domain/aspect.ts';
import type { ListImportId, ProjectId } from '../domain/identity.ts';

export type ImportedChange = {
  readonly projectId: ProjectId;
  readonly number: string;
  readonly name: string;
  /** Of the project now. */
  readonly version: number;
  readonly aspect: AspectKey;
  readonly before: unknown;
  readonly after: unknown;
  /** The import made the project, or took it back into the library. */
  readonly entered: boolean;
};

export async function listImportedChanges(tx: Tx, importId: ListImportId): Promise<ImportedChange[]> {
  const { rows } = await sql<ImportedChange>`
    select c.project_id as "projectId", p.number, p.name, p.version, c.aspect, c.before, c.after,
      bool_or(c.aspect in ('created', 'withdrawn')) over (partition by c.project_id) as entered
    from city.project_change c
    join city.project p on p.city_id = c.city_id and p.project_id = c.project_id
    where c.city_id = ${tx.scope.cityId} and c.import_id = ${importId}
    order by p.number, c.change_id`.execute(tables(tx));
  return rows;
}

export type LaterFact = { readonly number: string; readonly name: string; readonly act: string };

/**
 * Changes made since on what would go: of a project the import entered, any; of the others, of the same aspect.
 * What was itself undone does not count, nor does its undoing.
 */
export async function listLaterFacts(tx: Tx, importId: ListImportId): Promise<LaterFact[]> {
  const { rows } = await sql<LaterFact>`
    with mine as (
      select project_id, max(version) as version, array_agg(aspect) as aspects,
        bool_or(aspect in ('created', 'withdrawn')) as entered
      from city.project_change where city_id = ${tx.scope.cityId} and import_id = ${importId}
      group by project_id
    )
    select distinct p.number, p.name, later.act from mine
    join city.project p on p.city_id = ${tx.scope.cityId} and p.project_id = mine.project_id
    join city.project_change later on later.city_id = ${tx.scope.cityId} and later.project_id = mine.project_id
      and later.version > mine.version
    left join city.list_import i on i.city_id = ${tx.scope.cityId} and i.import_id = later.import_id
    where later.undoes_import is null and i.undone_at is null
      and (mine.entered or later.aspect = any (mine.aspects))
    union
    select o.number, o.name, 'link' from mine
    join city.project_link l on l.city_id = ${tx.scope.cityId}
      and mine.project_id in (l.project_id, l.other_id) and mine.entered
    join city.project o on o.city_id = ${tx.scope.cityId} and o.project_id = mine.project_id
    union
    select p.number, p.name, 'statistics' from mine
    join city.statistics_fact f on f.city_id = ${tx.scope.cityId} and f.project_id = mine.project_id and mine.entered
    join city.project p on p.city_id = ${tx.scope.cityId} and p.project_id = mine.project_id
    order by 1`.execute(tables(tx));
  return rows;
}

/** Living projects that meanwhile took a name or a code the undoing would put back. */
export async function listTaken(
  tx: Tx,
  wanted: {
    readonly names: readonly string[];
    readonly codes: readonly string[];
    readonly ours: readonly ProjectId[];
  },
): Promise<LaterFact[]> {
  const { rows } = await sql<LaterFact>`
    select distinct p.number, p.name, 'taken' as act from city.project p
    left join city.project_code c on c.city_id = p.city_id and c.project_id = p.project_id and c.to_on is null
    where p.city_id = ${tx.scope.cityId} and p.withdrawn_at is null and p.project_id <> all (${wanted.ours}::uuid[])
      and ((p.name_normal = any (${wanted.names}::text[]) and not p.name_shared)
        or (c.code = any (${wanted.codes}::text[]) and not c.shared))`.execute(tables(tx));
  return rows;
}

/** Codes, memberships and responsibilities the import began never held; those it ended hold on. */
export async function reverseDated(
  tx: Tx,
  importId: ListImportId,
  now: { readonly reason: string },
): Promise<void> {
  const tablesWithDates = [
    ['project_code', 'ended_reason'],
    ['responsibility', 'ended_reason'],
    ['list_membership', 'removed_reason'],
  ] as const;
  for (const [table, reason] of tablesWithDates) {
    const target = sql.raw(`city.${table}`);
    const because = sql.raw(reason);
    await sql`update ${target} set to_on = from_on, ${because} = ${now.reason}
      where city_id = ${tx.scope.cityId} and import_id = ${importId} and to_on is null`.execute(tables(tx));
    await sql`update ${target} set to_on = null, ${because} = null, ended_import_id = null
      where city_id = ${tx.scope.cityId} and ended_import_id = ${importId} and import_id is distinct from ${importId}`.execute(
      tables(tx),
    );
  }
}

export async function markUndone(
  tx: Tx,
  importId: ListImportId,
  by: { readonly actorId: string; readonly reason: string },
): Promise<void> {
  await sql`update city.list_import set undone_at = now(), undone_by = ${by.actorId}, undone_reason = ${by.reason}
    where city_id = ${tx.scope.cityId} and import_id = ${importId}`.execute(tables(tx));
}
