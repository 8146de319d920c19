-- $1 city, $2 project, $3 month: the project held, and what a report is checked against
with held as (select subject_id from city.subject where city_id = $1 and subject_id = $2 for update)
select p.number, p.name, p.stage, d.total_fen, m.done_before_fen, m.total_fen as listed_fen,
  (select json_agg(x) from (select month, standing, number, withdrawn, month_fen, cum_fen, started, actual_start, entered
    from city.report where city_id = $1 and subject_id = held.subject_id and month between left($3, 4) || '-01' and $3) x)
    as reports,
  (select json_agg(v) from city.subject_duty v where v.city_id = $1 and v.subject_id = held.subject_id) as duties,
  (select json_agg(v) from city.plan_version v where v.city_id = $1 and v.subject_id = held.subject_id
    and v.year = left($3, 4)::integer) as plans,
  (select json_agg(g) from (select distinct on (group_kind, group_id) group_kind, group_id from city.subject_group
    where city_id = $1 and subject_id = held.subject_id and to_on is null) g) as groups,
  (select json_agg(l) from (select overall, evaluation_id from city.light where city_id = $1
    and subject_id = held.subject_id and month = $3 order by as_of desc, evaluation_id desc limit 1) l) as light,
  exists (select from city.month_lock where city_id = $1 and month = $3) as locked
from held
join city.project p on p.city_id = $1 and p.project_id = held.subject_id
join city.project_detail d on d.city_id = $1 and d.project_id = held.subject_id
left join city.year_money m on m.city_id = $1 and m.project_id = held.subject_id and m.year = left($3, 4)::integer
