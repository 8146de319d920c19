-- A month's bulletin with the figures it was made from, in their canonical spelling, and their SM3. Rows are only added: a
-- further version of the month is a further row, and what was frozen stays.
create table city.bulletin (
  city_id integer not null,
  bulletin_id uuid not null,
  month text collate "C" not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  version integer not null check (version > 0),
  reason text,
  figures text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  account_id uuid not null,
  person_id uuid,
  composed_by text not null,
  composed_at timestamptz not null default now(),
  primary key (city_id, bulletin_id),
  unique (city_id, month, version),
  check (version = 1 or reason is not null)
);

-- What was done with it, in order: where it stands follows from these.
create table city.bulletin_step (
  city_id integer not null,
  bulletin_id uuid not null,
  number integer not null,
  act text not null check (act in ('submit', 'return', 'check', 'countersign', 'sign', 'number', 'seal', 'issue',
    'archive', 'release')),
  opinion text,
  details jsonb not null default '{}',
  account_id uuid not null,
  person_id uuid,
  by_name text not null,
  at timestamptz not null default now(),
  primary key (city_id, bulletin_id, number),
  foreign key (city_id, bulletin_id) references city.bulletin (city_id, bulletin_id)
);

-- Its sentences: each edit is a further row, the highest number stands. Figures are named in them, never written.
create table city.bulletin_wording (
  city_id integer not null,
  bulletin_id uuid not null,
  number integer not null,
  wording jsonb not null,
  account_id uuid not null,
  person_id uuid,
  by_name text not null,
  at timestamptz not null default now(),
  primary key (city_id, bulletin_id, number),
  foreign key (city_id, bulletin_id) references city.bulletin (city_id, bulletin_id)
);

select city.protect('city.bulletin_step', 'city-wide');

-- A draft is for offices of the whole city; what was issued is for every office.
do $$
declare
  target text;
  issued text := 'exists (select 1 from city.bulletin_step s
    where s.city_id = (select city.current_city()) and s.bulletin_id = %I.bulletin_id and s.act = ''issue'')';
begin
  foreach target in array array['bulletin', 'bulletin_wording'] loop
    execute format('alter table city.%I enable row level security', target);
    execute format('create policy guatu_read on city.%I for select using (city_id = (select city.current_city())
      and ((select city.reaches_city()) or ' || format(issued, target) || '))', target);
    execute format('create policy guatu_add on city.%I for insert with check (city_id = (select city.current_city())
      and (select city.reaches_city()))', target);
  end loop;
end $$;

select city.append_only('city.bulletin');
select city.append_only('city.bulletin_step');
select city.append_only('city.bulletin_wording');
