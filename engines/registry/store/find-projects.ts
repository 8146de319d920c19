import { type RawBuilder, sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { ProjectId } from '../domain/identity.ts';
import { normalName } from '../domain/name.ts';
import type { ProjectFilter, ProjectPage, ProjectRow, ProjectSort } from '../domain/project-view.ts';
import { apartColumn } from './link.ts';

/** Search resolves to ids first: a policy would take the index from a comparison of texts. */
export async function searchProjects(tx: Tx, text: string): Promise<ProjectId[]> {
  const { rows } = await sql<{ id: ProjectId }>`
    select city.search_projects(${normalName(text)}, ${text.trim().toUpperCase()}) as id`.execute(tables(tx));
  return rows.map((row) => row.id);
}

const orders: Readonly<Record<ProjectSort, RawBuilder<unknown>>> = {
  number: sql`p.number`,
  name: sql`p.name`,
  total: sql`coalesce(m.total_fen, d.total_fen)`,
  plan: sql`m.plan_year_fen`,
  district: sql`first.official_order`,
  stage: sql`p.stage`,
  updated: sql`p.updated_at`,
};

/** The ids of one page, then its rows: what the columns cost is paid for the page only. */
export async function findProjectRows(
  tx: Tx,
  filter: ProjectFilter & { readonly ids?: readonly ProjectId[] },
  page: ProjectPage,
): Promise<ProjectRow[]> {
  const city = tx.scope.cityId;
  const size = page.size ?? 50;
  const direction = sql.raw(page.descending ? 'desc nulls last' : 'asc nulls last');
  const order = orders[page.sort ?? 'number'];
  const year = filter.year ?? null;
  const { rows } = await sql<ProjectRow>`
    with page as (
      select p.project_id, row_number() over (order by ${order} ${direction}, p.number) as place
      from city.project p ${joins(filter, page.sort, city)}
      where ${conditions(filter, city)}
      order by ${order} ${direction}, p.number
      limit ${size} offset ${((page.page ?? 1) - 1) * size}
    )
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
    left join city.project_detail d on d.city_id = p.city_id and d.project_id = p.project_id
    left join city.project_code c on c.city_id = p.city_id and c.project_id = p.project_id and c.to_on is null
    left join city.year_entry e on e.city_id = p.city_id and e.project_id = p.project_id and e.year = ${year}
    left join city.year_money m on m.city_id = p.city_id and m.project_id = p.project_id and m.year = ${year}
    order by page.place`.execute(tables(tx));
  return rows;
}

export async function countProjectRows(
  tx: Tx,
  filter: ProjectFilter & { readonly ids?: readonly ProjectId[] },
): Promise<number> {
  const city = tx.scope.cityId;
  const { rows } = await sql<{ count: bigint }>`select count(*) as count from city.project p
    ${joins(filter, undefined, city)} where ${conditions(filter, city)}`.execute(tables(tx));
  return Number(rows[0]?.count ?? 0n);
}

/** Only the tables the filter or the order needs. */
function joins(filter: ProjectFilter, sort: ProjectSort | undefined, city: number): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [];
  if (filter.year !== undefined && !filter.list) {
    parts.push(sql`join city.year_entry entry on entry.city_id = ${city} and entry.project_id = p.project_id
      and entry.year = ${filter.year} and entry.category = coalesce(${filter.category ?? null}::text, entry.category)`);
  }
  if (sort === 'total' || sort === 'plan') {
    parts.push(sql`left join city.project_detail d on d.city_id = ${city} and d.project_id = p.project_id
      left join city.year_money m on m.city_id = ${city} and m.project_id = p.project_id and m.year = ${filter.year ?? null}`);
  }
  if (sort === 'district') {
    parts.push(sql`left join city.project_district leads on leads.city_id = ${city} and leads.project_id = p.project_id
      and leads.position = 1 left join city.organisation first on first.city_id = ${city} and first.org_id = leads.org_id`);
  }
  return sql.join(parts, sql` `);
}

function conditions(
  filter: ProjectFilter & { readonly ids?: readonly ProjectId[] },
  city: number,
): RawBuilder<unknown> {
  const parts = [sql`p.city_id = ${city}`, sql`p.withdrawn_at is null`];
  const { ids, among, list, stages, district, holder, industry, year } = filter;
  if (ids) parts.push(sql`p.project_id = any (${ids}::uuid[])`);
  if (among) parts.push(sql`p.project_id = any (${among}::uuid[])`);
  if (stages) parts.push(sql`p.stage = any (${stages}::text[])`);
  if (industry) parts.push(sql`p.industry = ${industry}`);
  if (list) {
    parts.push(sql`exists (select 1 from city.list_membership l where l.city_id = ${city}
      and l.project_id = p.project_id and l.list_id = ${list} and l.to_on is null
      and l.year = coalesce(${year ?? null}::integer, l.year))`);
    if (filter.category) {
      parts.push(sql`exists (select 1 from city.year_entry entry where entry.city_id = ${city}
        and entry.project_id = p.project_id and entry.year = coalesce(${year ?? null}::integer, entry.year)
        and entry.category = ${filter.category})`);
    }
  }
  if (district) {
    parts.push(sql`exists (select 1 from city.project_district pd where pd.city_id = ${city}
      and pd.project_id = p.project_id and pd.org_id in (
        select descendant_id from city.v_organisation_descendant where city_id = ${city} and org_id = ${district}))`);
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
