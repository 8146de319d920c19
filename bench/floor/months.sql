-- $1 city, $2 project: its 2025 month by month
select p.number, p.name, p.stage,
  (select json_agg(x) from (select o.org_id, o.name from city.project_district pd
    join city.organisation o on o.city_id = $1 and o.org_id = pd.org_id
    where pd.city_id = $1 and pd.project_id = $2 order by pd.position) x) as districts,
  (select json_agg(x) from (select e.year, e.category, m.total_fen::text, m.done_before_fen::text
    from city.year_entry e left join city.year_money m on m.city_id = $1 and m.project_id = $2 and m.year = e.year
    where e.city_id = $1 and e.project_id = $2) x) as entries,
  (select json_agg(r.org_id) from city.responsibility r
    where r.city_id = $1 and r.project_id = $2 and r.to_on is null) as holders,
  (select json_agg(v) from city.plan_version v where v.city_id = $1 and v.subject_id = $2 and v.year = 2025) as plans,
  (select json_agg(x) from (select month, standing, number, withdrawn, month_fen::text, cum_fen::text, started,
    actual_start, entered, entered_on, progress_text, problem, matter, matter_level, reporter, reported_on, received_on,
    source, correction_reason, recorded_at, recorded_by from city.report where city_id = $1 and subject_id = $2
    and month between '2025-01' and '2025-12' order by month, standing, number) x) as reports,
  (select json_agg(x) from (select from_month, number, category, owes, reason, planned_start_month, started_month
    from city.subject_duty where city_id = $1 and subject_id = $2 order by from_month, number) x) as duties,
  (select json_agg(x) from (select month, act, report_number, name, reason, recorded_at from city.report_step
    where city_id = $1 and subject_id = $2 and month between '2025-01' and '2025-12' order by month, entry_id) x) as steps,
  (select json_agg(x) from (select distinct on (month) month, as_of, evaluation_id, overall, progress, start, statistics,
    others from city.light where city_id = $1 and subject_id = $2 and month between '2025-01' and '2025-12'
    order by month desc, as_of desc, evaluation_id desc) x) as lights,
  (select json_agg(month) from city.month_lock where city_id = $1 and month between '2025-01' and '2025-12') as locked
from city.project p where p.city_id = $1 and p.project_id = $2
