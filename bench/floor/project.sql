-- $1 city, $2 project: the card and everything beside it
select p.*, d.*, c.code,
  (select json_agg(x) from (select o.org_id, o.name from city.project_district pd
    join city.organisation o on o.city_id = $1 and o.org_id = pd.org_id
    where pd.city_id = $1 and pd.project_id = $2 order by pd.position) x) as districts,
  (select json_agg(x) from (select code, from_on, to_on, reason, ended_reason from city.project_code
    where city_id = $1 and project_id = $2 order by from_on) x) as codes,
  (select json_agg(x) from (select s.from_stage, s.to_stage, s.on_day, s.basis, s.evidence, s.reason, s.recorded_at,
    a.display_name from city.stage_change s left join city.account a on a.city_id = $1
    and a.account_id::text = s.actor_id where s.city_id = $1 and s.project_id = $2 order by on_day) x) as stages,
  (select json_agg(x) from (select e.year, e.category, e.planned_start, m.total_fen::text, m.plan_year_fen::text,
    m.done_before_fen::text from city.year_entry e left join city.year_money m on m.city_id = $1
    and m.project_id = $2 and m.year = e.year where e.city_id = $1 and e.project_id = $2 order by e.year) x) as entries,
  (select json_agg(x) from (select list_id, year, from_on, to_on, basis, verdict, reason, approver, removed_reason
    from city.list_membership where city_id = $1 and project_id = $2 order by year, from_on, list_id) x) as memberships,
  (select json_agg(x) from (select r.kind, r.name, r.org_id, r.person_id, r.from_on, k.phone from city.responsibility r
    left join city.responsibility_contact k on k.city_id = $1 and k.responsibility_id = r.responsibility_id
    where r.city_id = $1 and r.project_id = $2 and r.to_on is null order by r.kind, r.position) x) as holders,
  (select json_agg(x) from (select l.kind, l.reason, l.project_id, l.other_id, o.number, o.name
    from city.project_link l join city.project o on o.city_id = $1
    and o.project_id = case when l.project_id = $2 then l.other_id else l.project_id end
    where l.city_id = $1 and (l.project_id = $2 or l.other_id = $2)) x) as links
from city.project p
join city.project_detail d on d.city_id = $1 and d.project_id = $2
left join city.project_code c on c.city_id = $1 and c.project_id = $2 and c.to_on is null
where p.city_id = $1 and p.project_id = $2
