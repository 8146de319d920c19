-- The sums of a city's year from the rows themselves, by the definition that keeping and checking them share: $1 the
-- city, $2 the year.
insert into city.rollup (city_id, group_kind, group_id, month, owed, reported, plan_fen, actual_fen, green, yellow, red, grey)
select $1::integer, s.*
from city.rollup_sums_of_many((select array_agg(subject_id) from city.subject where city_id = $1::integer),
  $2 || '-01', $2 || '-12') s
on conflict (city_id, group_kind, group_id, month) do update set owed = excluded.owed, reported = excluded.reported,
  plan_fen = excluded.plan_fen, actual_fen = excluded.actual_fen, green = excluded.green, yellow = excluded.yellow,
  red = excluded.red, grey = excluded.grey
