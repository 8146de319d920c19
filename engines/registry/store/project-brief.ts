import { namedQuery, type Tx } from '#db';
import type { ProjectId } from '../domain/identity.ts';
import type { ProjectBrief } from '../domain/project-view.ts';

/** One row, read by the project's keys alone. Lists come as JSON, which carries amounts as texts. */
export async function findProjectBrief(
  tx: Tx,
  id: ProjectId,
): Promise<Omit<ProjectBrief, 'stageName'> | undefined> {
  const [brief] = await namedQuery<Omit<ProjectBrief, 'stageName'>>(
    tx,
    'registry-project-brief',
    `select p.project_id as "projectId", p.number, p.stage, d.project_id is not null as "withinScope",
       json_build_object('name', p.name, 'sponsorOrgId', p.sponsor_org_id) as card,
       case when d.project_id is not null
         then json_build_object('totalFen', d.total_fen::text, 'company', d.company) end as detail,
       (select coalesce(json_agg(json_build_object('orgId', o.org_id, 'slug', o.slug, 'name', o.name)
          order by pd.position), '[]')
        from city.project_district pd
        join city.organisation o on o.city_id = $1 and o.org_id = pd.org_id
        where pd.city_id = $1 and pd.project_id = $2) as districts,
       (select coalesce(json_agg(json_build_object('year', e.year, 'category', e.category,
          'plannedStart', e.planned_start, 'totalFen', m.total_fen::text, 'planYearFen', m.plan_year_fen::text,
          'doneBeforeFen', m.done_before_fen::text) order by e.year), '[]')
        from city.year_entry e
        left join city.year_money m on m.city_id = $1 and m.project_id = $2 and m.year = e.year
        where e.city_id = $1 and e.project_id = $2) as entries,
       (select coalesce(json_agg(json_build_object('orgId', r.org_id, 'personId', r.person_id)), '[]')
        from city.responsibility r
        where r.city_id = $1 and r.project_id = $2 and r.to_on is null) as holders
     from city.project p
     left join city.project_detail d on d.city_id = $1 and d.project_id = $2
     where p.city_id = $1 and p.project_id = $2`,
    [tx.scope.cityId, id],
  );
  return brief;
}
