import { type RawBuilder, sql } from 'kysely';
import { namedQuery, preparedQuery, type Tx, tables } from '#db';
import type { OrgId, ProjectId } from '../domain/identity.ts';
import { normalName } from '../domain/name.ts';
import type { ProjectFilter, ProjectPage, ProjectRow, ProjectSort } from '../domain/project-view.ts';
import { apartColumn } from './link.ts';

/** What was asked, with texts and places turned into ids. */
export type ResolvedFilter = Omit<ProjectFilter, 'text' | 'district'> & {
  readonly ids?: readonly ProjectId[];
  readonly districts?: readonly OrgId[];
};

/** Search resolves to ids first: a policy would take the index from a comparison of texts. */
export async function searchProjects(tx: Tx, text: string): Promise<ProjectId[]> {
  const { rows } = await sql<{ id: ProjectId }>`
    select city.search_projects(${normalName(text)}, ${text.trim().toUpperCase()}) as id`.execute(tables(tx));
  return rows.map((row) => row.id);
}

/** The place itself first, then all below it. */
export async function placesWithin(tx: Tx, orgId: OrgId): Promise<OrgId[]> {
  const rows = await namedQuery<{ id: OrgId }>(
    tx,
    'registry_places_within',
    `with recursive below (org_id) as (
       select $2::uuid
       union select o.org_id from below join city.organisation o on o.city_id = $1 and o.parent_id = below.org_id
     ) select org_id as id from below`,
    [tx.scope.cityId, orgId],
  );
  return rows.map((row) => row.id);
}

const orders: Readonly<Record<ProjectSort, RawBuilder<unknown>>> = {
  number: sql`p.number`,
  name: sql`p.name`,
  total: sql`coalesce(money.total_fen, (select d.total_fen from city.project_detail d
    where d.city_id = p.city_id and d.project_id = p.project_id))`,
  plan: sql`money.plan_year_fen`,
  district: sql`first.official_order`,
  stage: sql`p.stage`,
  updated: sql`p.updated_at`,
};

/** The ids of one page, then its rows: what the columns cost is paid for the page only. */
export function findProjectRows(tx: Tx, filter: ResolvedFilter, page: ProjectPage): Promise<ProjectRow[]> {
  const size = page.size ?? 50;
  const limit = sql`limit ${sql.raw(String(Math.trunc(size)))} offset ${((page.page ?? 1) - 1) * size}`;
  return preparedQuery(
    tx,
    rowsOf(tx.scope.cityId, idsInOrder(tx.scope.cityId, filter, page, limit), filter.year),
  );
}

/** All that match, by id, in order: for reading on in pieces without counting through what was read. */
export async function findProjectIds(
  tx: Tx,
  filter: ResolvedFilter,
  order: Pick<ProjectPage, 'sort' | 'descending'>,
): Promise<ProjectId[]> {
  const { rows } = await idsInOrder(tx.scope.cityId, filter, order, sql``).execute(tables(tx));
  return rows.map((row) => row.project_id);
}

/** The rows of these projects, in their order. */
export function readProjectRows(
  tx: Tx,
  ids: readonly ProjectId[],
  year: number | undefined,
): Promise<ProjectRow[]> {
  const given = sql`select id as project_id, place from unnest(${ids}::uuid[]) with ordinality given (id, place)`;
  return preparedQuery(tx, rowsOf(tx.scope.cityId, given, year));
}

function idsInOrder(
  city: number,
  filter: ResolvedFilter,
  page: Pick<ProjectPage, 'sort' | 'descending'>,
  limit: RawBuilder<unknown>,
): RawBuilder<{ project_id: ProjectId }> {
  const direction = sql.raw(page.descending ? 'desc nulls last' : 'asc nulls last');
  const order = orders[page.sort ?? 'number'];
  return sql`select p.project_id, row_number() over (order by ${order} ${direction}, p.number) as place
      from ${source(filter, city)} ${joins(filter, page.sort, city)}
      where ${conditions(filter, city)}
      order by ${order} ${direction}, p.number ${limit}`;
}

function rowsOf(city: number, page: RawBuilder<unknown>, given: number | undefined): RawBuilder<ProjectRow> {
  const year = given ?? null;
  return sql<ProjectRow>`
    with page as (${page})
    select p.project_id as "projectId", p.number, p.name, c.code, p.industry, p.nature, p.stage, p.version,
      p.merged_into as "mergedInto", ${apartColumn}, e.category, e.planned_start as "plannedStart",
      coalesce((select json_agg(json_build_object('orgId', o.org_id, 'slug', o.slug, 'name', o.name) order by pd.position)
        from city.project_district pd join city.organisation o on o.city_id = pd.city_id and o.org_id = pd.org_id
        where pd.city_id = p.city_id and pd.project_id = p.project_id), '[]') as districts,
      coalesce((select array_agg(distinct l.list_id) from city.list_membership l
        where l.city_id = p.city_id and l.project_id = p.project_id and l.to_on is null
          and l.year = coalesce(${year}::integer, l.year)), '{}') as lists,
      coalesce((select array_agg(v.name order by v.position) from city.project_department v
        where v.city_id = p.city_id and v.project_id = p.project_id), '{}') as "leadDepts",
      coalesce(m.total_fen, d.total_fen) as "totalFen", m.plan_year_fen as "planYearFen", d.company,
      d.project_id is not null as "withinScope"
    from page
    join city.project p on p.city_id = ${city} and p.project_id = page.project_id
    -- Row by row: under row security the planner takes a row of these for so dear that it would read them all.
    left join lateral (select d.* from city.project_detail d
      where d.city_id = ${city} and d.project_id = p.project_id limit 1) d on true
    left join lateral (select c.* from city.project_code c
      where c.city_id = ${city} and c.project_id = p.project_id and c.to_on is null limit 1) c on true
    left join city.year_entry e on e.city_id = p.city_id and e.project_id = p.project_id and e.year = ${year}
    left join lateral (select m.* from city.year_money m
      where m.city_id = ${city} and m.project_id = p.project_id and m.year = ${year} limit 1) m on true
    order by page.place`;
}

export async function countProjectRows(tx: Tx, filter: ResolvedFilter): Promise<number> {
  const city = tx.scope.cityId;
  const rows = await preparedQuery(
    tx,
    sql<{ count: bigint }>`select count(*) as count from ${source(filter, city)}
      ${joins(filter, undefined, city)} where ${conditions(filter, city)}`,
  );
  return Number(rows[0]?.count ?? 0n);
}

/**
 * Nothing but places narrows the search: it begins with their projects and looks each of them up. What it costs then
 * follows how many lie there, not how large the city is, which the planner would go through for a place it takes for large.
 */
function beginsWithPlaces({ districts, ids, among, list, holder }: ResolvedFilter): boolean {
  return districts !== undefined && !ids && !among && !list && !holder;
}

function source(filter: ResolvedFilter, city: number): RawBuilder<unknown> {
  if (!beginsWithPlaces(filter)) return sql`city.project p`;
  return sql`(select distinct pd.project_id from city.project_district pd where ${liesIn(filter, city)}) placed
    join lateral (select p.* from city.project p
      where p.city_id = ${city} and p.project_id = placed.project_id and p.withdrawn_at is null limit 1) p on true`;
}

function liesIn({ districts = [], leading }: ResolvedFilter, city: number): RawBuilder<unknown> {
  // One by itself is compared as one: of a list the planner expects ten times as much. Looked at through a query, so
  // that a place known to be small is not planned for anew each time.
  const [only, ...more] = districts;
  const within =
    more.length === 0 ? sql`pd.org_id = (select ${only}::uuid)` : sql`pd.org_id = any (${districts}::uuid[])`;
  return sql`pd.city_id = ${city} and ${within} ${leading ? sql`and pd.position = 1` : sql``}`;
}

/** Only the tables the filter or the order needs. */
function joins(filter: ResolvedFilter, sort: ProjectSort | undefined, city: number): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [];
  if (filter.year !== undefined && !filter.list) {
    const ofYear = sql`entry.city_id = ${city} and entry.project_id = p.project_id and entry.year = ${filter.year}
      ${filter.category ? sql`and entry.category = ${filter.category}` : sql``}`;
    parts.push(
      beginsWithPlaces(filter)
        ? sql`join lateral (select from city.year_entry entry where ${ofYear} limit 1) entry on true`
        : sql`join city.year_entry entry on ${ofYear}`,
    );
  }
  if (sort === 'total' || sort === 'plan') {
    parts.push(sql`left join lateral (select m.total_fen, m.plan_year_fen from city.year_money m
      where m.city_id = ${city} and m.project_id = p.project_id and m.year = ${filter.year ?? null} limit 1) money on true`);
  }
  if (sort === 'district') {
    parts.push(sql`left join city.project_district leads on leads.city_id = ${city} and leads.project_id = p.project_id
      and leads.position = 1 left join city.organisation first on first.city_id = ${city} and first.org_id = leads.org_id`);
  }
  return sql.join(parts, sql` `);
}

function conditions(filter: ResolvedFilter, city: number): RawBuilder<unknown> {
  const placed = beginsWithPlaces(filter);
  const parts = placed ? [sql`true`] : [sql`p.city_id = ${city}`, sql`p.withdrawn_at is null`];
  const { ids, among, list, stages, districts, holder, industry, year } = filter;
  if (ids) parts.push(sql`p.project_id = any (${ids}::uuid[])`);
  if (among) parts.push(sql`p.project_id = any (${among}::uuid[])`);
  if (stages) parts.push(sql`p.stage = any (${stages}::text[])`);
  if (industry) parts.push(sql`p.industry = ${industry}`);
  if (list) {
    parts.push(sql`exists (select 1 from city.list_membership l where l.city_id = ${city}
      and l.project_id = p.project_id and l.list_id = ${list} and l.to_on is null
      ${year === undefined ? sql`` : sql`and l.year = ${year}`})`);
    if (filter.category) {
      parts.push(sql`exists (select 1 from city.year_entry entry where entry.city_id = ${city}
        and entry.project_id = p.project_id and entry.category = ${filter.category}
        ${year === undefined ? sql`` : sql`and entry.year = ${year}`})`);
    }
  }
  if (districts && !placed) {
    parts.push(sql`exists (select 1 from city.project_district pd
      where pd.project_id = p.project_id and ${liesIn(filter, city)})`);
  }
  if (holder) {
    parts.push(sql`exists (select 1 from city.project_scope s where s.city_id = ${city}
      and s.project_id = p.project_id and s.holder_id = ${holder})`);
  }
  if (filter.ownOnly) {
    parts.push(sql`((select city.reaches_city()) or p.project_id in (select s.project_id from city.project_scope s
      where s.city_id = ${city} and s.holder_id = any ((select city.current_holders())::uuid[])))`);
  }
  return sql.join(parts, sql` and `);
}
