import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import { newId } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';
import type { GroupId, OrgId } from '../domain/identity.ts';
import { normalName } from '../domain/name.ts';
import type { KeptOrganisation, OrganisationFields, OrganisationSync } from '../domain/organisation-sync.ts';
import { insertRows, updateRows } from './rows.ts';

export async function readForSync(tx: Tx): Promise<KeptOrganisation[]> {
  const { rows } = await sql<KeptOrganisation>`
    select o.org_id as "orgId", o.slug, o.version, o.pack_row as "packRow",
      json_build_object('kind', o.kind, 'code', o.code, 'name', o.name, 'shortName', o.short_name,
        'parent', p.slug, 'order', o.official_order, 'validFrom', o.valid_from, 'validTo', o.valid_to,
        'successor', s.slug) as fields
    from city.organisation o
    left join city.organisation p on p.city_id = o.city_id and p.org_id = o.parent_id
    left join city.organisation s on s.city_id = o.city_id and s.org_id = o.successor_id
    where o.city_id = ${tx.scope.cityId} order by o.slug`.execute(tables(tx));
  return rows;
}

const fieldColumns = [
  'kind',
  'code',
  'name',
  'short_name',
  'parent_id',
  'official_order',
  'valid_from',
  'valid_to',
  'successor_id',
];

/** Stores what the comparison found, with one row of history for each organisation touched. */
export async function storeSync(
  tx: Tx,
  sync: OrganisationSync,
  kept: readonly KeptOrganisation[],
  about: { readonly onDay: PlainDate; readonly actorId: string },
): Promise<Map<string, OrgId>> {
  const idOf = new Map(kept.map((one) => [one.slug, one.orgId]));
  for (const { id } of sync.added) idOf.set(id, newId<'organisation'>());
  const row = (
    orgId: OrgId | undefined,
    slug: string,
    fields: OrganisationFields,
    packRow: OrganisationFields,
  ) => ({
    org_id: orgId,
    slug,
    kind: fields.kind,
    code: fields.code,
    name: fields.name,
    short_name: fields.shortName,
    parent_id: fields.parent ? idOf.get(fields.parent) : null,
    official_order: fields.order,
    valid_from: fields.validFrom,
    valid_to: fields.validTo,
    successor_id: fields.successor ? idOf.get(fields.successor) : null,
    pack_row: packRow,
  });
  const added = sync.added.map(({ id, fields }) => row(idOf.get(id), id, fields, fields));
  const changed = sync.changed.map(({ orgId, id, after, packRow }) => row(orgId, id, after, packRow));
  await insertRows(tx, 'organisation', ['org_id', 'slug', ...fieldColumns, 'pack_row'], added);
  await updateRows(tx, 'organisation', ['org_id'], [...fieldColumns, 'pack_row'], changed);
  if (changed.length > 0) {
    await sql`update city.organisation set version = version + 1 where city_id = ${tx.scope.cityId}
      and org_id = any (${changed.map((one) => one.org_id)}::uuid[])`.execute(tables(tx));
  }
  const log = [
    ...sync.added.map(({ id, fields }) => ({
      ...{ org_id: idOf.get(id), version: 1 },
      ...{ before: null, after: fields },
    })),
    ...sync.changed.map(({ orgId, version, before, after }) => ({
      ...{ org_id: orgId, version: version + 1 },
      ...{ before, after },
    })),
  ];
  const head = { source: 'pack', on_day: about.onDay, actor_id: about.actorId };
  const columns = ['change_id', 'org_id', 'before', 'after', 'version', 'source', 'on_day', 'actor_id'];
  await insertRows(
    tx,
    'organisation_change',
    columns,
    log.map((one) => ({ change_id: newId(), ...one, ...head })),
  );
  return idOf;
}

export type Spelling = { readonly orgId: OrgId; readonly alias: string; readonly source: 'name' | 'pack' };

/** Names and the pack's spellings are replaced as a whole; spellings added on screen stay. Gives what clashed. */
export async function storeSpellings(tx: Tx, spellings: readonly Spelling[]): Promise<string[]> {
  const owners = [...new Set(spellings.map((one) => one.orgId))];
  await sql`delete from city.organisation_alias where city_id = ${tx.scope.cityId} and source <> 'screen'
    and org_id = any (${owners}::uuid[])`.execute(tables(tx));
  const rows = spellings.map(({ orgId, alias, source }) => ({
    org_id: orgId,
    alias,
    alias_normal: normalName(alias),
    source,
  }));
  const unique = [...new Map(rows.toReversed().map((row) => [row.alias_normal, row])).values()];
  const columns = ['alias_normal', 'org_id', 'alias', 'source'];
  await insertRows(
    tx,
    'organisation_alias',
    columns,
    unique,
    'on conflict (city_id, alias_normal) do nothing',
  );
  const { rows: clashes } = await sql<{ alias: string }>`
    select given.alias from json_to_recordset(${JSON.stringify(unique)}::json) as given (alias text, alias_normal text, org_id uuid)
    join city.organisation_alias kept on kept.city_id = ${tx.scope.cityId}
      and kept.alias_normal = given.alias_normal and kept.org_id <> given.org_id`.execute(tables(tx));
  return clashes.map((row) => row.alias);
}

export type GroupRow = {
  readonly slug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly order: number;
  readonly members: readonly OrgId[];
};

/** Groups of the pack, each with the members the pack gives it; members added on screen stay. */
export async function storeGroups(tx: Tx, groups: readonly GroupRow[]): Promise<void> {
  const rows = groups.map(({ slug, name, aliases, order }) => ({
    group_id: newId<'organisation-group'>(),
    slug,
    name,
    aliases,
    official_order: order,
    source: 'pack',
  }));
  const update = `on conflict (city_id, slug) do update set name = excluded.name, aliases = excluded.aliases,
    official_order = excluded.official_order`;
  const columns = ['group_id', 'slug', 'name', 'aliases', 'official_order', 'source'];
  await insertRows(tx, 'organisation_group', columns, rows, update);
  const { rows: kept } = await sql<{ id: GroupId; slug: string }>`
    select group_id as id, slug from city.organisation_group where city_id = ${tx.scope.cityId}`.execute(
    tables(tx),
  );
  const idOf = new Map(kept.map((row) => [row.slug, row.id]));
  await sql`delete from city.organisation_group_member where city_id = ${tx.scope.cityId} and source = 'pack'`.execute(
    tables(tx),
  );
  const members = groups.flatMap(({ slug, members }) =>
    members.map((orgId) => ({ group_id: idOf.get(slug), org_id: orgId, source: 'pack' })),
  );
  await insertRows(
    tx,
    'organisation_group_member',
    ['group_id', 'org_id', 'source'],
    members,
    'on conflict do nothing',
  );
}
