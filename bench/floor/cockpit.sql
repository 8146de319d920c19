-- $1 city, $2 month shown, $3 the month before: sums of the city, its lists and districts, the year, what is missing,
-- the ten worst with what is printed beside them
select
  (select json_agg(x) from (select * from city.rollup where city_id = $1 and month in ($2, $3)
    and group_kind in ('city', 'district', 'list')) x) as sums,
  (select json_agg(x) from (select * from city.rollup where city_id = $1 and group_kind = 'city' and group_id = 'city'
    and month between (left($2, 4)::integer - 1) || '-01' and left($2, 4) || '-12') x) as year,
  (select json_agg(x) from (select org_id, kind, name, short_name, official_order from city.organisation
    where city_id = $1 order by official_order) x) as organisations,
  (select count(*) from city.evaluation e where e.city_id = $1 and e.month = $2
    and e.inputs ->> 'planToMonthFen' is null) as without_plan,
  (select sum((e.inputs ->> 'planToMonthFen')::numeric) from city.evaluation e where e.city_id = $1 and e.month = $2
    and e.inputs ->> 'actualToMonthFen' is null) as unreported_plan,
  (select json_agg(x) from (
    select worst.*, p.number, p.name, o.name as district, r.problem, r.matter, m.total_fen::text,
      (select json_agg(h.name) from city.responsibility h
        where h.city_id = $1 and h.project_id = worst.subject_id and h.to_on is null) as owners,
      (select json_agg(l.overall order by l.month desc) from city.light l
        where l.city_id = $1 and l.subject_id = worst.subject_id and l.month <= $2) as months
    from (select e.subject_id, e.inputs, e.results, e.as_of from city.evaluation e
      where e.city_id = $1 and e.month = $2 and e.results ->> 'overall' = 'red'
      order by (coalesce((e.inputs ->> 'planToMonthFen')::numeric, 0)
        - coalesce((e.inputs ->> 'actualToMonthFen')::numeric, 0)) desc limit 10) worst
    join city.project p on p.city_id = $1 and p.project_id = worst.subject_id
    left join city.year_money m on m.city_id = $1 and m.project_id = worst.subject_id and m.year = left($2, 4)::integer
    left join city.project_district pd on pd.city_id = $1 and pd.project_id = worst.subject_id and pd.position = 1
    left join city.organisation o on o.city_id = $1 and o.org_id = pd.org_id
    left join city.report r on r.city_id = $1 and r.subject_id = worst.subject_id and r.month = $2
      and r.standing = 'verified') x) as worst
