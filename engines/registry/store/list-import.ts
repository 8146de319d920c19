import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { ListImportId, ProjectId } from '../domain/identity.ts';

export type StoredImport = {
  readonly importId: ListImportId;
  readonly year: number;
  readonly source: { readonly fileName: string };
  readonly effectiveOn: string;
  readonly created: number;
  readonly changed: number;
  readonly actorId: string;
  readonly recordedAt: Date;
  readonly undoneAt: Date | null;
};

export async function insertListImport(
  tx: Tx,
  one: {
    readonly importId: ListImportId;
    readonly year: number;
    readonly source: unknown;
    readonly effectiveOn: string;
    readonly created: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly actorId: string;
  },
): Promise<void> {
  await sql`insert into city.list_import
      (city_id, import_id, year, source, effective_on, created, changed, unchanged, actor_id)
    values (${tx.scope.cityId}, ${one.importId}, ${one.year}, ${JSON.stringify(one.source)}::jsonb, ${one.effectiveOn},
      ${one.created}, ${one.changed}, ${one.unchanged}, ${one.actorId})`.execute(tables(tx));
}

const columns = sql`import_id as "importId", year, source, effective_on as "effectiveOn", created, changed,
  actor_id as "actorId", recorded_at as "recordedAt", undone_at as "undoneAt"`;

export async function lockListImport(tx: Tx, importId: ListImportId): Promise<StoredImport | undefined> {
  const { rows } = await sql<StoredImport>`select ${columns} from city.list_import
    where city_id = ${tx.scope.cityId} and import_id = ${importId} for update`.execute(tables(tx));
  return rows[0];
}

export async function hasYear(tx: Tx, year: number): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (
    select 1 from city.year_entry where city_id = ${tx.scope.cityId} and year = ${year}) as found`.execute(
    tables(tx),
  );
  return rows[0]?.found ?? false;
}

/** In the year's lists, but not among these projects. */
export async function listAbsent(
  tx: Tx,
  year: number,
  present: readonly ProjectId[],
): Promise<{ projectId: ProjectId; number: string; name: string }[]> {
  const { rows } = await sql<{ projectId: ProjectId; number: string; name: string }>`
    select p.project_id as "projectId", p.number, p.name from city.year_entry e
    join city.project p on p.city_id = e.city_id and p.project_id = e.project_id and p.withdrawn_at is null
    where e.city_id = ${tx.scope.cityId} and e.year = ${year} and p.merged_into is null
      and e.project_id <> all (${present}::uuid[])
    order by p.number`.execute(tables(tx));
  return rows;
}
