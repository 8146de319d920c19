import type { Db } from '#db';
import { asTableOwner } from '#db/testing';

export type ProjectRow = {
  readonly table: string;
  readonly column: string;
  /** A row as JSON; undefined where these projects have none. */
  readonly row: string | undefined;
};

/** One row of the given projects from every table whose rows belong to a project, by the catalogue. */
export async function projectRows(db: Db, cityId: number, ids: readonly string[]): Promise<ProjectRow[]> {
  const found = await asTableOwner(
    db,
    `select t.relname as name, a.attname as "column" from pg_class t
     join pg_attribute a on a.attrelid = t.oid and a.attname in ('project_id', 'subject_id') and not a.attisdropped
     where t.relnamespace = 'city'::regnamespace and t.relkind = 'r' order by 1`,
  );
  const columns = new Map(found.map(({ name, column }) => [String(name), String(column)]));
  const parts = [...columns].map(
    ([name, column]) => `(select '${name}' as name, row_to_json(t)::text as row from city.${name} t
      where city_id = $1 and ${column} = any ($2::uuid[]) limit 1)`,
  );
  const rows = await asTableOwner(db, parts.join(' union all '), [cityId, ids]);
  const byName = new Map(rows.map(({ name, row }) => [String(name), String(row)]));
  return [...columns].map(([table, column]) => ({ table, column, row: byName.get(table) }));
}
