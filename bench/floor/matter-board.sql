-- $1 city, $2 lead, $3 now, $4 end of today, $5 of three days, $6 of the week
with held as not materialized (
  select * from city.matter where city_id = $1 and lead = $2 and closed_at is null)
(select m.*, 'late' as in_column, (select count(*) from held where due_at < $3) from held m where due_at < $3 order by due_at limit 50)
union all
(select m.*, 'today', (select count(*) from held where due_at >= $3 and due_at <= $4) from held m where due_at >= $3 and due_at <= $4 order by due_at limit 50)
union all
(select m.*, 'three', (select count(*) from held where due_at > $4 and due_at <= $5) from held m where due_at > $4 and due_at <= $5 order by due_at limit 50)
union all
(select m.*, 'week', (select count(*) from held where due_at > $5 and due_at <= $6) from held m where due_at > $5 and due_at <= $6 order by due_at limit 50)
union all
(select m.*, 'later', (select count(*) from held where due_at > $6) from held m where due_at > $6 order by due_at limit 50)
