-- One row per workbook taken in: what it was read as, what was written, whether it was taken back.
-- findings hold values of cells, so a row is seen by whoever sees the whole city and by whoever sent it in.
create table city.import_run (
  city_id integer not null,
  import_id uuid not null,
  kind text not null check (kind in ('projects', 'reports')),
  year integer not null,
  month text,
  received_on date not null,
  sender text,
  file_id uuid,
  file_name text not null,
  content_hash text not null,
  mapping jsonb not null default 'null',
  status text not null check (status in ('read', 'written', 'undone', 'discarded')),
  accepted integer not null,
  rejected integer not null,
  written integer not null default 0,
  findings jsonb not null default '[]',
  options jsonb not null default '{}',
  actor_id text not null,
  actor_name text not null,
  recorded_at timestamptz not null default now(),
  written_at timestamptz,
  undone_at timestamptz,
  undone_by text,
  undone_reason text,
  version integer not null default 1,
  primary key (city_id, import_id),
  check ((kind = 'reports') = (month is not null))
);
create index import_run_latest on city.import_run (city_id, recorded_at desc);
alter table city.import_run enable row level security;
create policy import_run_scope on city.import_run
  using (city_id = (select city.current_city())
    and ((select city.reaches_city()) or actor_id = (select city.current_actor())))
  with check (city_id = (select city.current_city())
    and ((select city.reaches_city()) or actor_id = (select city.current_actor())));

-- How a sender's headers were understood and corrected, so that the next workbook of the same make needs no correction.
create table city.import_mapping (
  city_id integer not null,
  sender text not null,
  kind text not null,
  mapping jsonb not null,
  actor_id text not null,
  remembered_at timestamptz not null default now(),
  primary key (city_id, sender, kind)
);
select city.protect('city.import_mapping', 'city-wide');
