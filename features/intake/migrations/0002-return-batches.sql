-- Workbooks of one month that came back together: read one by one, looked at together, written and taken back together.
-- Seen by whoever sees the whole city and by whoever sent them in, like the imports they consist of.
create table city.return_batch (
  city_id integer not null,
  batch_id uuid not null,
  month text collate "C" not null check (month ~ '^\d{4}-\d{2}$'),
  received_on date not null,
  status text not null check (status in ('read', 'written', 'undone', 'discarded')),
  files integer not null default 0,
  written integer not null default 0,
  actor_id text not null,
  actor_name text not null,
  recorded_at timestamptz not null default now(),
  written_at timestamptz,
  undone_at timestamptz,
  undone_by text,
  undone_reason text,
  version integer not null default 1,
  primary key (city_id, batch_id)
);
create index return_batch_latest on city.return_batch (city_id, recorded_at desc);
alter table city.return_batch enable row level security;
create policy return_batch_scope on city.return_batch
  using (city_id = (select city.current_city())
    and ((select city.reaches_city()) or actor_id = (select city.current_actor())))
  with check (city_id = (select city.current_city())
    and ((select city.reaches_city()) or actor_id = (select city.current_actor())));

alter table city.import_run add column batch_id uuid;
alter table city.import_run add constraint import_run_batch foreign key (city_id, batch_id)
  references city.return_batch (city_id, batch_id);
create index import_run_of_batch on city.import_run (city_id, batch_id);
