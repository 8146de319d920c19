import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Holder, ProjectAspects, YearEntry } from '../domain/aspect.ts';
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

type Head = Omit<ReadProject, 'aspects' | 'sourceLists'> & {
  readonly stage: string;
  readonly card: ProjectAspects['card'];
  readonly detail: ProjectAspects['detail'] | null;
  readonly code: string | null;
  readonly entry: YearEntry | null;
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

/**
 * What the transaction's scope does not reach reads as not known: money, contacts, content. Several plain statements,
 * because one with everything in it needs statistics that a table just filled does not have.
 */
export async function readAspects(
  tx: Tx,
  projectIds: readonly ProjectId[],
  year: number,
): Promise<Map<ProjectId, ReadProject>> {
  if (projectIds.length === 0) return new Map();
  const [heads, districts, lists, holders] = await Promise.all([
    readHeads(tx, projectIds, year),
    readDistricts(tx, projectIds),
    readLists(tx, projectIds, year),
    readHolders(tx, projectIds),
  ]);
  return new Map(
    heads.map(({ stage, card, detail, code, entry, ...head }) => {
      const memberships = lists.get(head.projectId) ?? [];
      const responsibilities: Record<string, Holder[]> = {};
      for (const { kind, projectId: _, ...holder } of holders.get(head.projectId) ?? []) {
        responsibilities[kind] ??= [];
        responsibilities[kind].push(holder);
      }
      const aspects: ProjectAspects = {
        ...{ card, detail: detail ?? noDetail, code, stage, entry, responsibilities },
        districts: (districts.get(head.projectId) ?? []).map((one) => one.orgId),
        lists: memberships.map((one) => one.listId),
      };
      const sourceLists = memberships.filter((one) => one.basis === 'source').map((one) => one.listId);
      return [head.projectId, { ...head, aspects, sourceLists }];
    }),
  );
}

async function readHeads(tx: Tx, ids: readonly ProjectId[], year: number): Promise<Head[]> {
  const { rows } = await sql<Head>`
    select p.project_id as "projectId", p.number, p.version, p.withdrawn_at is not null as withdrawn, p.stage,
      p.stage_since as "stageSince", c.code,
      json_build_object('name', p.name, 'industry', p.industry, 'nature', p.nature, 'form', p.form,
        'sponsorOrgId', p.sponsor_org_id) as card,
      case when d.project_id is not null then json_build_object('content', d.content,
        'periodStart', d.period_start, 'periodEnd', d.period_end, 'totalFen', d.total_fen::text,
        'fundSource', d.fund_source, 'company', d.company, 'uscc', d.uscc, 'remark', d.remark) end as detail,
      case when e.project_id is not null then json_build_object('category', e.category,
        'plannedStart', e.planned_start, 'totalFen', m.total_fen::text, 'planYearFen', m.plan_year_fen::text,
        'doneBeforeFen', m.done_before_fen::text) end as entry
    from city.project p
    left join city.project_detail d on d.city_id = p.city_id and d.project_id = p.project_id
    left join city.project_code c on c.city_id = p.city_id and c.project_id = p.project_id and c.to_on is null
    left join city.year_entry e on e.city_id = p.city_id and e.project_id = p.project_id and e.year = ${year}
    left join city.year_money m on m.city_id = p.city_id and m.project_id = p.project_id and m.year = ${year}
    where p.city_id = ${tx.scope.cityId} and p.project_id = any (${ids}::uuid[])`.execute(tables(tx));
  return rows;
}

type Of<T> = T & { readonly projectId: ProjectId };

async function readDistricts(tx: Tx, ids: readonly ProjectId[]) {
  const { rows } = await sql<Of<{ orgId: OrgId }>>`
    select project_id as "projectId", org_id as "orgId" from city.project_district
    where city_id = ${tx.scope.cityId} and project_id = any (${ids}::uuid[])
    order by project_id, position`.execute(tables(tx));
  return Map.groupBy(rows, (row) => row.projectId);
}

async function readLists(tx: Tx, ids: readonly ProjectId[], year: number) {
  const { rows } = await sql<Of<{ listId: string; basis: string }>>`
    select project_id as "projectId", list_id as "listId", basis from city.list_membership
    where city_id = ${tx.scope.cityId} and year = ${year} and project_id = any (${ids}::uuid[]) and to_on is null
    order by project_id, list_id collate "C"`.execute(tables(tx));
  return Map.groupBy(rows, (row) => row.projectId);
}

async function readHolders(tx: Tx, ids: readonly ProjectId[]) {
  const { rows } = await sql<Of<Holder & { kind: string }>>`
    select r.project_id as "projectId", r.kind, r.name, r.org_id as "orgId", r.person_id as "personId", k.phone
    from city.responsibility r
    left join city.responsibility_contact k on k.city_id = r.city_id and k.responsibility_id = r.responsibility_id
    where r.city_id = ${tx.scope.cityId} and r.project_id = any (${ids}::uuid[]) and r.to_on is null
    order by r.project_id, r.kind, r.position`.execute(tables(tx));
  return Map.groupBy(rows, (row) => row.projectId);
}
