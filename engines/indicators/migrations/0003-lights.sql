-- A published rule set never changes; a new one takes over from its day.
create table city.rule_set (
  city_id integer not null,
  rule_set_id text not null,
  number integer not null,
  effective_from date not null,
  rules jsonb not null,
  basis text not null,
  published_at timestamptz not null default now(),
  published_by text not null,
  primary key (city_id, rule_set_id, number)
);

-- What one light was made from. Rows are only added: the latest evaluation up to a day stands on that day.
create table city.evaluation (
  city_id integer not null,
  subject_id uuid not null,
  month text collate "C" not null,
  as_of date not null,
  evaluation_id uuid not null,
  rule_set_id text not null,
  rule_set_number integer not null,
  inputs jsonb not null,
  results jsonb not null,
  digest text not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  primary key (city_id, subject_id, month, as_of, evaluation_id),
  foreign key (city_id, rule_set_id, rule_set_number) references city.rule_set (city_id, rule_set_id, number)
);

-- The light itself, visible to the whole city; without the figures. An overall of null: no longer lit.
create table city.light (
  city_id integer not null,
  subject_id uuid not null,
  month text collate "C" not null,
  as_of date not null,
  evaluation_id uuid not null,
  overall text check (overall in ('green', 'yellow', 'red', 'grey')),
  progress text check (progress in ('green', 'yellow', 'red', 'grey')),
  start text check (start in ('green', 'yellow', 'red', 'grey')),
  statistics text check (statistics in ('green', 'yellow', 'red', 'grey')),
  others jsonb not null default '{}',
  primary key (city_id, subject_id, month, as_of, evaluation_id)
);
create index light_by_month on city.light (city_id, month, subject_id, as_of desc, evaluation_id desc);
create index evaluation_by_month on city.evaluation (city_id, month, subject_id, as_of desc, evaluation_id desc);
create unique index evaluation_by_id on city.evaluation (city_id, evaluation_id);

select city.protect('city.rule_set', 'city-wide');
select city.append_only('city.rule_set');
select city.protect_subject('city.evaluation');
select city.append_only('city.evaluation');
select city.protect('city.light', 'city-wide');
select city.append_only('city.light');

-- The light of every subject as it stands now: of the latest month evaluated. For lists of other rooms to join and filter by.
create view city.v_current_light with (security_invoker = true) as
  select distinct on (l.city_id, l.subject_id) l.city_id, l.subject_id, l.month, l.as_of, l.evaluation_id, l.overall,
    l.progress, l.start, l.statistics, l.others
  from city.light l
  where l.city_id = (select city.current_city())
    and l.month = (select max(m.month) from city.light m where m.city_id = (select city.current_city()))
  order by l.city_id, l.subject_id, l.as_of desc, l.evaluation_id desc;
