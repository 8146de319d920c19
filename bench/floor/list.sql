-- $1 city, $2 district, $3 list (null: any), $4 category (null: any): of 2025 by investment, the first fifty and how many
with hit as materialized (
  select p.project_id, p.number, m.total_fen, m.plan_year_fen
  from city.project_district pd
  join city.project p on p.city_id = $1 and p.project_id = pd.project_id and p.withdrawn_at is null
  join city.year_entry e on e.city_id = $1 and e.project_id = pd.project_id and e.year = 2025
    and ($4::text is null or e.category = $4)
  left join city.year_money m on m.city_id = $1 and m.project_id = pd.project_id and m.year = 2025
  where pd.city_id = $1 and pd.org_id = $2
    and ($3::text is null or exists (select from city.list_membership l where l.city_id = $1
      and l.project_id = pd.project_id and l.list_id = $3 and l.year = 2025 and l.to_on is null))
), page as (
  select * from hit order by total_fen desc nulls last, number limit 50
)
select (select count(*) from hit) as total, page.project_id, page.number, page.total_fen, page.plan_year_fen,
  p.name, p.stage, p.merged_into, e.category, lit.overall, lit.done,
  (select json_agg(json_build_object('orgId', o.org_id, 'name', o.name) order by pd.position)
    from city.project_district pd join city.organisation o on o.city_id = $1 and o.org_id = pd.org_id
    where pd.city_id = $1 and pd.project_id = page.project_id) as districts,
  (select array_agg(l.list_id) from city.list_membership l where l.city_id = $1 and l.project_id = page.project_id
    and l.year = 2025 and l.to_on is null) as lists,
  (select array_agg(r.name order by r.position) from city.responsibility r where r.city_id = $1
    and r.project_id = page.project_id and r.holder = 'department' and r.to_on is null) as departments
from page
join city.project p on p.city_id = $1 and p.project_id = page.project_id
join city.year_entry e on e.city_id = $1 and e.project_id = page.project_id and e.year = 2025
left join lateral (
  select l.overall, v.inputs ->> 'actualToMonthFen' as done from city.light l
  join city.evaluation v on v.city_id = $1 and v.subject_id = l.subject_id and v.month = l.month and v.as_of = l.as_of
    and v.evaluation_id = l.evaluation_id
  where l.city_id = $1 and l.subject_id = page.project_id
    and l.month = (select max(k.month) from city.month_lock k where k.city_id = $1)
  order by l.as_of desc, l.evaluation_id desc limit 1) lit on true
order by page.total_fen desc nulls last, page.number
