import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { GroupId, OrgId } from '#engines/registry';
import { newId } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';

export type GroupRow = {
  readonly groupId: GroupId;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly members: readonly OrgId[];
};

export async function listGroups(tx: Tx): Promise<GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    select g.group_id as "groupId", g.name, g.aliases,
      coalesce((select array_agg(m.org_id order by o.official_order) from city.organisation_group_member m
        join city.organisation o on o.city_id = m.city_id and o.org_id = m.org_id
        where m.city_id = g.city_id and m.group_id = g.group_id), '{}') as members
    from city.organisation_group g where g.city_id = ${tx.scope.cityId}
    order by g.official_order, g.slug`.execute(tables(tx));
  return rows;
}

/** Holds the row until the transaction ends and tells its version. */
export async function lockOrganisation(tx: Tx, orgId: OrgId): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`select version from city.organisation
    where city_id = ${tx.scope.cityId} and org_id = ${orgId} for update`.execute(tables(tx));
  return rows[0]?.version;
}

export type Spelling = {
  readonly alias: string;
  readonly normal: string;
  readonly orgId: OrgId;
  readonly source: string;
};

export async function listSpellings(tx: Tx, normals: readonly string[], orgId?: OrgId): Promise<Spelling[]> {
  const { rows } = await sql<Spelling>`
    select alias, alias_normal as normal, org_id as "orgId", source from city.organisation_alias
    where city_id = ${tx.scope.cityId} and (alias_normal = any (${normals}::text[]) or org_id = ${orgId ?? null})
    order by alias`.execute(tables(tx));
  return rows;
}

export async function removeSpellings(tx: Tx, normals: readonly string[]): Promise<void> {
  await sql`delete from city.organisation_alias where city_id = ${tx.scope.cityId}
    and alias_normal = any (${normals}::text[])`.execute(tables(tx));
}

/** The same spelling again takes over the new source: a former name stays known as an alias. */
export async function putSpellings(
  tx: Tx,
  orgId: OrgId,
  spellings: readonly {
    readonly alias: string;
    readonly normal: string;
    readonly source: 'name' | 'screen';
  }[],
): Promise<void> {
  await sql`insert into city.organisation_alias (city_id, alias_normal, org_id, alias, source)
    select ${tx.scope.cityId}, given.normal, ${orgId}, given.alias, given.source
    from unnest(${spellings.map((one) => one.normal)}::text[], ${spellings.map((one) => one.alias)}::text[],
      ${spellings.map((one) => one.source)}::text[]) as given (normal, alias, source)
    on conflict (city_id, alias_normal) do update set alias = excluded.alias, source = excluded.source`.execute(
    tables(tx),
  );
}

export type OrganisationFields = {
  readonly kind: string;
  readonly code: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly parentId: OrgId | null;
  readonly officialOrder: number;
  readonly validTo: PlainDate | null;
  readonly successorId: OrgId | null;
};

export async function insertOrganisation(
  tx: Tx,
  one: OrganisationFields & { readonly orgId: OrgId; readonly slug: string },
): Promise<void> {
  await sql`insert into city.organisation (city_id, org_id, slug, kind, code, name, short_name, parent_id,
      official_order, valid_to, successor_id)
    values (${tx.scope.cityId}, ${one.orgId}, ${one.slug}, ${one.kind}, ${one.code}, ${one.name}, ${one.shortName},
      ${one.parentId}, ${one.officialOrder}, ${one.validTo}, ${one.successorId})`.execute(tables(tx));
}

export async function updateOrganisation(tx: Tx, orgId: OrgId, one: OrganisationFields): Promise<number> {
  const { rows } = await sql<{ version: number }>`update city.organisation set name = ${one.name},
      short_name = ${one.shortName}, parent_id = ${one.parentId}, official_order = ${one.officialOrder},
      valid_to = ${one.validTo}, successor_id = ${one.successorId}, version = version + 1
    where city_id = ${tx.scope.cityId} and org_id = ${orgId} returning version`.execute(tables(tx));
  return rows[0]?.version ?? 1;
}

export type OrganisationChange = {
  readonly version: number;
  readonly source: 'pack' | 'screen';
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
  readonly actorId: string;
  readonly recordedAt: Date;
};

export async function addChange(
  tx: Tx,
  orgId: OrgId,
  change: Omit<OrganisationChange, 'recordedAt' | 'source'> & { readonly onDay: PlainDate },
): Promise<void> {
  await sql`insert into city.organisation_change (city_id, change_id, org_id, version, source, before, after, reason,
      on_day, actor_id)
    values (${tx.scope.cityId}, ${newId()}, ${orgId}, ${change.version}, 'screen', ${jsonOf(change.before)}::jsonb,
      ${jsonOf(change.after)}::jsonb, ${change.reason}, ${change.onDay}, ${change.actorId})`.execute(
    tables(tx),
  );
}

export async function listChanges(tx: Tx, orgId: OrgId): Promise<OrganisationChange[]> {
  const { rows } = await sql<OrganisationChange>`
    select version, source, before, after, reason, actor_id as "actorId", recorded_at as "recordedAt"
    from city.organisation_change where city_id = ${tx.scope.cityId} and org_id = ${orgId}
    order by recorded_at desc, change_id desc limit 100`.execute(tables(tx));
  return rows;
}

function jsonOf(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
