-- A matter and what its events say of it together. The row is written in the transaction of each event; `guatu matters check`
-- folds the events again and compares. `holders` are all who have a seat, the project's district among them.
create table city.matter (
  city_id integer not null,
  matter_id uuid not null,
  kind text not null,
  number text not null,
  title text not null check (btrim(title) <> ''),
  state text not null,
  project_id uuid,
  -- Whom it is about where that is no project: an organisation, or an enterprise by name.
  org_id uuid,
  enterprise text,
  category text,
  cause text,
  urgent boolean not null default false,
  -- Seen by those who have a seat and by offices of the whole city, not by whoever sees the project.
  guarded boolean not null default false,
  lead uuid,
  support uuid[] not null default '{}',
  -- The organisation in whose name it was raised; without one, the account in raised_by is the raiser.
  raiser uuid,
  raised_by uuid not null,
  districts uuid[] not null default '{}',
  holders uuid[] not null,
  level text,
  -- Where it came from, and its name there: one ticket of another system is one matter.
  source text not null,
  source_key text,
  given jsonb not null,
  bounces integer not null default 0,
  redos integer not null default 0,
  satisfaction smallint check (satisfaction between 1 and 5),
  opened_at timestamptz not null,
  opened_on date not null,
  closed_at timestamptz,
  -- What the derivation of the clocks said last: computed again whenever one of its inputs comes.
  due_at timestamptz,
  due_clock text,
  warn_at timestamptz,
  paused boolean not null default false,
  next_at timestamptz,
  version integer not null check (version > 0),
  primary key (city_id, matter_id),
  unique (city_id, kind, number),
  foreign key (city_id, project_id) references city.project (city_id, project_id)
);
create unique index matter_source on city.matter (city_id, kind, source, source_key) where source_key is not null;
create index matter_board on city.matter (city_id, lead, due_at, matter_id) where closed_at is null;
create index matter_open on city.matter (city_id, kind, due_at, matter_id) where closed_at is null;
create index matter_project on city.matter (city_id, project_id) where project_id is not null;
create index matter_opened on city.matter (city_id, kind, opened_on);
create index matter_next on city.matter (city_id, next_at) where next_at is not null;

alter table city.matter enable row level security;
do $$
declare
  rule text := 'city_id = (select city.current_city()) and ((select city.reaches_city())
    or holders && (select city.current_holders())
    or raised_by::text = (select city.current_actor())
    or (not guarded and project_id in (
      select held.project_id from city.project_scope held
      where held.city_id = (select city.current_city())
        and held.holder_id = any ((select city.current_holders())::uuid[]))))';
begin
  execute format('create policy guatu_scope on city.matter using (%s) with check (city_id = (select city.current_city()))', rule);
end $$;

-- Who has which seat now, to find matters by.
create table city.matter_seat (
  city_id integer not null,
  matter_id uuid not null,
  holder_id uuid not null,
  seat text not null,
  primary key (city_id, matter_id, holder_id, seat),
  foreign key (city_id, matter_id) references city.matter (city_id, matter_id)
);
create index matter_seat_holder on city.matter_seat (city_id, holder_id, seat, matter_id);
select city.protect('city.matter_seat', 'city-wide');

create table city.matter_event (
  city_id integer not null,
  matter_id uuid not null,
  number integer not null check (number > 0),
  type text not null,
  at timestamptz not null,
  on_day date not null,
  account_id uuid not null,
  by_name text not null,
  by_org uuid,
  seat text not null,
  fact jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (city_id, matter_id, number),
  foreign key (city_id, matter_id) references city.matter (city_id, matter_id)
);

-- Every run of every clock, with the due instant as derived last; the rule it is held to stands in the event that began it.
create table city.matter_clock (
  city_id integer not null,
  matter_id uuid not null,
  clock text not null,
  run integer not null check (run > 0),
  against uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  due_at timestamptz not null,
  provisional boolean not null default false,
  primary key (city_id, matter_id, clock, run),
  foreign key (city_id, matter_id) references city.matter (city_id, matter_id)
);
create index matter_clock_open on city.matter_clock (city_id, matter_id) where ended_at is null;

-- A rung that fired. Who inserts the row tells; who finds it there does nothing.
create table city.matter_rung (
  city_id integer not null,
  matter_id uuid not null,
  run text not null,
  rung text not null,
  fired_at timestamptz not null,
  told jsonb not null,
  primary key (city_id, matter_id, run, rung),
  foreign key (city_id, matter_id) references city.matter (city_id, matter_id)
);

create table city.matter_link (
  city_id integer not null,
  matter_id uuid not null,
  link text not null check (link in ('blocks', 'caused-by', 'spawned-from', 'split-from', 'merged-into')),
  to_id uuid not null,
  at timestamptz not null,
  primary key (city_id, matter_id, link, to_id),
  foreign key (city_id, matter_id) references city.matter (city_id, matter_id),
  foreign key (city_id, to_id) references city.matter (city_id, matter_id),
  check (matter_id <> to_id)
);
create index matter_link_to on city.matter_link (city_id, to_id);

create table city.matter_file (
  city_id integer not null,
  matter_id uuid not null,
  file_id uuid not null,
  field text,
  name text not null,
  inner_only boolean not null default false,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (city_id, matter_id, file_id),
  foreign key (city_id, matter_id) references city.matter (city_id, matter_id),
  foreign key (city_id, file_id) references city.file (city_id, file_id)
);
create index matter_file_file on city.matter_file (city_id, file_id);

-- A rung that names a leader of the city only drafts: the government office forwards it or drops it.
create table city.leader_request (
  city_id integer not null,
  request_id uuid not null,
  matter_id uuid not null,
  run text not null,
  rung text not null,
  recipient text not null,
  drafted_at timestamptz not null,
  state text not null default 'drafted' check (state in ('drafted', 'forwarded', 'dropped')),
  decided_by uuid,
  decided_name text,
  decided_at timestamptz,
  note text,
  version integer not null default 1,
  primary key (city_id, request_id),
  unique (city_id, matter_id, run, rung, recipient),
  foreign key (city_id, matter_id) references city.matter (city_id, matter_id),
  check ((state = 'drafted') = (decided_at is null))
);
create index leader_request_open on city.leader_request (city_id, drafted_at) where state = 'drafted';
select city.protect('city.leader_request', 'city-wide');

-- Seen by whoever sees the matter.
do $$
declare
  target text;
begin
  foreach target in array array['matter_event', 'matter_clock', 'matter_rung', 'matter_link', 'matter_file'] loop
    execute format('alter table city.%I enable row level security', target);
    execute format('create policy guatu_scope on city.%I using (city_id = (select city.current_city())
      and ((select city.reaches_city()) or exists (select 1 from city.matter m
        where m.city_id = (select city.current_city()) and m.matter_id = %I.matter_id)))
      with check (city_id = (select city.current_city()))', target, target);
  end loop;
end $$;

select city.append_only('city.matter_event');
select city.append_only('city.matter_rung');
select city.append_only('city.matter_link');
select city.append_only('city.matter_file');
revoke delete, truncate on city.matter, city.matter_clock, city.leader_request from guatu_app;

create policy matter_file on city.file for select using (
  city_id = (select city.current_city())
  and exists (
    select 1 from city.matter_file a
    where a.city_id = (select city.current_city()) and a.file_id = file.file_id));

-- Declared periods that count for no clock they cover. Without kinds: for all.
create table city.excluded_period (
  city_id integer not null,
  period_id uuid not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  kinds text[],
  document text not null check (btrim(document) <> ''),
  reason text not null check (btrim(reason) <> ''),
  declared_by uuid not null,
  declared_name text not null,
  declared_at timestamptz not null,
  primary key (city_id, period_id)
);
select city.protect('city.excluded_period', 'city-wide');
select city.append_only('city.excluded_period');

-- The last number given per kind and year.
create table city.matter_number (
  city_id integer not null,
  kind text not null,
  year integer not null,
  last integer not null,
  primary key (city_id, kind, year)
);
select city.protect('city.matter_number', 'city-wide');
