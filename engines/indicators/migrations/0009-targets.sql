-- Yearly targets: of the city, a district or a department. Values are whole: fen, pieces, hundredths of a percent by the kind
-- of indicator. A change is a further row, the highest number stands; a value taken back is null.
create table city.target_version (
  city_id integer not null,
  year integer not null,
  indicator text not null,
  party_kind text not null check (party_kind in ('city', 'district', 'department')),
  party text not null,
  number integer not null check (number > 0),
  value numeric(24),
  base numeric(24),
  months numeric(24)[] check (cardinality(months) = 12),
  reason text,
  approver text,
  actor_id text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (city_id, year, indicator, party_kind, party, number),
  check ((party_kind = 'city') = (party = 'city')),
  check (number = 1 or (reason is not null and approver is not null))
);

-- Accumulated figures that no report of a project gives: published by the statistics bureau for districts as a whole, or
-- entered by whoever keeps the indicator. There is no column for a project.
create table city.indicator_figure (
  city_id integer not null,
  indicator text not null,
  party_kind text not null check (party_kind in ('city', 'district', 'department')),
  party text not null,
  month text collate "C" not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  origin text not null check (origin in ('statistics', 'owner')),
  number integer not null check (number > 0),
  value numeric(24),
  caliber text not null,
  source text not null,
  stated_on date not null,
  actor_id text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (city_id, indicator, party_kind, party, month, origin, number),
  check ((party_kind = 'city') = (party = 'city')),
  check (origin = 'owner' or party_kind <> 'department')
);
create index indicator_figure_month on city.indicator_figure (city_id, month, indicator);

-- Known to every office of the city; written by offices of the whole city, or by the office the line is of.
do $$
declare
  target text;
begin
  foreach target in array array['target_version', 'indicator_figure'] loop
    execute format('alter table city.%I enable row level security', target);
    execute format('create policy guatu_read on city.%I for select using (city_id = (select city.current_city()))',
      target);
    execute format('create policy guatu_add on city.%I for insert with check (city_id = (select city.current_city())
      and ((select city.reaches_city()) or party = any ((select city.current_holders())::text[])))', target);
    perform city.append_only(format('city.%I', target)::regclass);
  end loop;
end $$;
-- What the bureau publishes is entered by offices of the whole city alone.
create policy statistics_by_city on city.indicator_figure as restrictive for insert
  with check (origin = 'owner' or (select city.reaches_city()));

-- Of the subjects that are to start in the year, those whose verified reports say so, by group and month of start. Runs with
-- the owner's rights, since counts are for every office while reports follow the scope; it names the city itself.
create function city.start_counts(first_month text, last_month text)
returns table (group_kind text, group_id text, month text, starts integer)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  with standing as (
    select distinct on (r.subject_id, r.month) r.subject_id, r.month, r.started, r.actual_start, r.withdrawn
    from city.report r
    where r.city_id = (select city.current_city()) and r.standing = 'verified'
      and r.month between first_month and last_month
    order by r.subject_id, r.month, r.number desc
  ), said as (
    select distinct on (s.subject_id) s.subject_id, s.started, s.actual_start,
      min(s.month) filter (where s.started) over (partition by s.subject_id) as first_said
    from standing s where not s.withdrawn and s.started is not null
    order by s.subject_id, s.month desc
  ), begun as (
    select s.subject_id,
      case when length(s.actual_start) >= 7 then left(s.actual_start, 7) collate "C" else s.first_said end as month
    from said s where s.started
  ), counted as (
    select b.* from begun b
    where b.month between first_month and last_month and exists (
      select 1 from city.subject_duty d
      where d.city_id = (select city.current_city()) and d.subject_id = b.subject_id and d.category = 'new-start'
        and left(d.from_month, 4) = left(first_month, 4))
  ), placed as (
    select distinct c.subject_id, m.group_kind, m.group_id, c.month
    from counted c join city.subject_group m on m.city_id = (select city.current_city())
      and m.subject_id = c.subject_id and m.from_on < ((last_month || '-01')::date + interval '1 month')::date
      and (m.to_on is null or m.to_on >= ((last_month || '-01')::date + interval '1 month')::date)
    union all
    select c.subject_id, 'city', 'city', c.month from counted c
  )
  select p.group_kind, p.group_id, p.month, count(*)::integer from placed p group by 1, 2, 3 order by 1, 2, 3
$$;
revoke all on function city.start_counts(text, text) from public;
grant execute on function city.start_counts(text, text) to guatu_app;
