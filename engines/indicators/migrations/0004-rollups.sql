-- Sums per group and month, kept in the transaction of whatever changes them. Plan is accumulated to the month.
create table city.rollup (
  city_id integer not null,
  group_kind text not null,
  group_id text not null,
  month text collate "C" not null,
  owed integer not null default 0,
  reported integer not null default 0,
  plan_fen numeric(24) not null default 0,
  actual_fen numeric(24) not null default 0,
  green integer not null default 0,
  yellow integer not null default 0,
  red integer not null default 0,
  grey integer not null default 0,
  primary key (city_id, group_kind, group_id, month)
);

select city.protect('city.rollup', 'city-wide');

-- What each subject adds to its groups in a month: the one definition behind keeping the rollups and checking them. Runs with
-- the owner's rights: sums must be whole also where the writer's own reach just changed. It names the city itself.
create function city.rollup_shares(subjects uuid[], first_month text, last_month text)
returns table (subject_id uuid, group_kind text, group_id text, month text, owed integer, reported integer,
  plan_fen bigint, actual_fen bigint, green integer, yellow integer, red integer, grey integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with duty_year as (
    select distinct d.subject_id, left(d.from_month, 4) as year
    from city.subject_duty d
    where d.city_id = (select city.current_city()) and d.subject_id = any (subjects)
      and left(d.from_month, 4) between left(first_month, 4) and left(last_month, 4)
  ), owing as (
    select y.subject_id, m.month
    from duty_year y
    cross join lateral (
      select y.year || '-' || lpad(n::text, 2, '0') as month from generate_series(1, 12) n
    ) m
    cross join lateral (
      select d.owes from city.subject_duty d
      where d.city_id = (select city.current_city()) and d.subject_id = y.subject_id
        and d.from_month <= m.month and d.from_month >= y.year || '-01'
      order by d.from_month desc, d.number desc limit 1
    ) standing
    where standing.owes and m.month between first_month and last_month
  ), share as materialized (
    select o.subject_id, o.month,
      coalesce((select sum(f) from unnest(p.months_fen[1:right(o.month, 2)::integer]) f), 0)::bigint as plan_fen,
      r.cum_fen, r.came_in, l.overall
    from owing o
    left join lateral (
      select v.months_fen from city.plan_version v
      where v.city_id = (select city.current_city()) and v.subject_id = o.subject_id
        and v.year = left(o.month, 4)::integer and v.effective_from <= o.month
      order by v.number desc limit 1
    ) p on true
    left join lateral (
      select v.cum_fen, not v.withdrawn as came_in from city.report v
      where v.city_id = (select city.current_city()) and v.subject_id = o.subject_id and v.month = o.month
        and v.standing = 'reported'
      order by v.number desc limit 1
    ) r on true
    left join lateral (
      select g.overall from city.light g
      where g.city_id = (select city.current_city()) and g.subject_id = o.subject_id and g.month = o.month
      order by g.as_of desc, g.evaluation_id desc limit 1
    ) l on true
  )
  select s.subject_id, g.group_kind, g.group_id, s.month, 1, coalesce(s.came_in, false)::integer, s.plan_fen,
    coalesce(s.cum_fen, 0), coalesce(s.overall = 'green', false)::integer, coalesce(s.overall = 'yellow', false)::integer,
    coalesce(s.overall = 'red', false)::integer, coalesce(s.overall = 'grey', false)::integer
  from share s
  cross join lateral (
    select distinct m.group_kind, m.group_id from city.subject_group m
    where m.city_id = (select city.current_city()) and m.subject_id = s.subject_id
      and m.from_on < ((s.month || '-01')::date + interval '1 month')
      and (m.to_on is null or m.to_on >= ((s.month || '-01')::date + interval '1 month'))
    union all select 'city', 'city'
  ) g
$$;

revoke all on function city.rollup_shares(uuid[], text, text) from public;
grant execute on function city.rollup_shares(uuid[], text, text) to guatu_app;
