import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Holder, ProjectAspects, YearCategory } from '../domain/aspect.ts';
import type { OrgId, ProjectId } from '../domain/identity.ts';

/** A project as it stands now, with one year of it. */
export type ReadProject = {
  readonly projectId: ProjectId;
  readonly number: string;
  readonly version: number;
  readonly withdrawn: boolean;
  readonly stageSince: string;
  readonly aspects: ProjectAspects;
  /** Lists the project is on because a workbook said so, and not by rule or exception. */
  readonly sourceLists: readonly string[];
};

type Row = {
  project_id: ProjectId;
  number: string;
  version: number;
  withdrawn: boolean;
  stage: string;
  stage_since: string;
  card: ProjectAspects['card'];
  detail: ProjectAspects['detail'] | null;
  code: string | null;
  districts: OrgId[] | null;
  entry: (ProjectAspects['entry'] & { category: YearCategory }) | null;
  lists: string[] | null;
  source_lists: string[] | null;
  holders: (Holder & { kind: string })[] | null;
};

const noDetail: ProjectAspects['detail'] = {
  content: null,
  periodStart: null,
  periodEnd: null,
  totalFen: null,
  fundSource: null,
  company: null,
  uscc: null,
  remark: null,
};

/** What the transaction's scope does not reach reads as not known: money, contacts, content. */
export async function readAspects(
  tx: Tx,
  projectIds: readonly ProjectId[],
  year: number,
): Promise<Map<ProjectId, ReadProject>> {
  if (projectIds.length === 0) return new Map();
  const city = tx.scope.cityId;
  const ids = sql`${projectIds}::uuid[]`;
  const { rows } = await sql<Row>`
    select p.project_id, p.number, p.version, p.withdrawn_at is not null as withdrawn, p.stage, p.stage_since,
      json_build_object('name', p.name, 'industry', p.industry, 'nature', p.nature, 'form', p.form,
        'sponsorOrgId', p.sponsor_org_id) as card,
      case when d.project_id is not null then json_build_object('content', d.content,
        'periodStart', d.period_start, 'periodEnd', d.period_end, 'totalFen', d.total_fen::text,
        'fundSource', d.fund_source, 'company', d.company, 'uscc', d.uscc, 'remark', d.remark) end as detail,
      c.code,
      di.districts,
      case when e.project_id is not null then json_build_object('category', e.category,
        'plannedStart', e.planned_start, 'totalFen', m.total_fen::text, 'planYearFen', m.plan_year_fen::text,
        'doneBeforeFen', m.done_before_fen::text) end as entry,
      li.lists, li.source_lists, re.holders
    from city.project p
    left join city.project_detail d on d.city_id = p.city_id and d.project_id = p.project_id
    left join city.project_code c on c.city_id = p.city_id and c.project_id = p.project_id and c.to_on is null
    left join city.year_entry e on e.city_id = p.city_id and e.project_id = p.project_id and e.year = ${year}
    left join city.year_money m on m.city_id = p.city_id and m.project_id = p.project_id and m.year = ${year}
    left join (
      select project_id, array_agg(org_id order by position) as districts from city.project_district
      where city_id = ${city} and project_id = any (${ids}) group by project_id
    ) di on di.project_id = p.project_id
    left join (
      select project_id, array_agg(list_id order by list_id collate "C") as lists,
        array_agg(list_id) filter (where basis = 'source') as source_lists
      from city.list_membership
      where city_id = ${city} and year = ${year} and project_id = any (${ids}) and to_on is null
      group by project_id
    ) li on li.project_id = p.project_id
    left join (
      select r.project_id, json_agg(json_build_object('kind', r.kind, 'name', r.name, 'orgId', r.org_id,
        'personId', r.person_id, 'phone', k.phone) order by r.kind, r.position) as holders
      from city.responsibility r
      left join city.responsibility_contact k
        on k.city_id = r.city_id and k.responsibility_id = r.responsibility_id
      where r.city_id = ${city} and r.project_id = any (${ids}) and r.to_on is null
      group by r.project_id
    ) re on re.project_id = p.project_id
    where p.city_id = ${city} and p.project_id = any (${ids})`.execute(tables(tx));
  return new Map(rows.map((row) => [row.project_id, projectOf(row)]));
}

function projectOf(row: Row): ReadProject {
  const responsibilities: Record<string, Holder[]> = {};
  for (const { kind, ...holder } of row.holders ?? []) {
    responsibilities[kind] ??= [];
    responsibilities[kind].push(holder);
  }
  return {
    projectId: row.project_id,
    number: row.number,
    version: row.version,
    withdrawn: row.withdrawn,
    stageSince: row.stage_since,
    sourceLists: row.source_lists ?? [],
    aspects: {
      card: row.card,
      detail: row.detail ?? noDetail,
      code: row.code,
      districts: row.districts ?? [],
      stage: row.stage,
      entry: row.entry,
      lists: row.lists ?? [],
      responsibilities,
    },
  };
}
