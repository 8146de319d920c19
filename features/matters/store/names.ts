import { namedQuery, type Tx } from '#db';
import type { Id } from '#kernel/id';

export type Holder = { readonly id: string; readonly name: string; readonly kind: 'org' | 'person' };

/** Names of organisations and people in one question. */
export async function holderNames(tx: Tx, ids: readonly string[]): Promise<Map<string, Holder>> {
  if (ids.length === 0) return new Map();
  const rows = await namedQuery<Holder>(
    tx,
    'matter-holder-names',
    `select org_id::text as id, name, 'org' as kind from city.organisation
     where city_id = $1 and org_id = any ($2::uuid[])
     union all select person_id::text, name, 'person' from city.person
     where city_id = $1 and person_id = any ($2::uuid[])`,
    [tx.scope.cityId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export type ProjectName = {
  readonly projectId: Id<'project'>;
  readonly number: string;
  readonly name: string;
};

export async function projectNames(tx: Tx, ids: readonly string[]): Promise<Map<string, ProjectName>> {
  if (ids.length === 0) return new Map();
  const rows = await namedQuery<ProjectName>(
    tx,
    'matter-project-names',
    `select project_id as "projectId", number, name from city.project
     where city_id = $1 and project_id = any ($2::uuid[])`,
    [tx.scope.cityId, ids],
  );
  return new Map(rows.map((row) => [row.projectId as string, row]));
}
