-- The two schemas: `city` holds what belongs to one city (city_id leads every key), `platform` a short
-- list of tables that belong to none.
create schema city;
create schema platform;

grant usage on schema city, platform to guatu_app;
alter default privileges in schema city grant select, insert, update, delete on tables to guatu_app;
alter default privileges in schema city grant usage, select on sequences to guatu_app;
alter default privileges in schema platform grant usage, select on sequences to guatu_app;

-- The scope of the running transaction. Unset settings read as null, so nothing is reached without a scope.
create function city.current_city() returns integer
  language sql stable parallel safe
  as $$ select nullif(current_setting('guatu.city', true), '')::integer $$;

create function city.current_actor() returns text
  language sql stable parallel safe
  as $$ select nullif(current_setting('guatu.actor', true), '') $$;

create function city.current_holders() returns uuid[]
  language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('guatu.holders', true), ''), '{}')::uuid[] $$;

create function city.reaches_city() returns boolean
  language sql stable parallel safe
  as $$ select coalesce(current_setting('guatu.reach', true) in ('city', 'system'), false) $$;

-- Row security for one table, one line per table in its owner's migration. The sub-selects make the
-- settings be read once per statement instead of once per row.
--   city-wide       every row of the current city
--   project-detail  of these, rows of projects within reach (city.project_scope says which holder has which)
create function city.protect(target regclass, kind text) returns void
  language plpgsql
  as $$
declare
  rule text := 'city_id = (select city.current_city())';
begin
  if kind = 'project-detail' then
    rule := rule || ' and ((select city.reaches_city()) or project_id in (
      select held.project_id from city.project_scope held
      where held.city_id = (select city.current_city())
        and held.holder_id = any ((select city.current_holders())::uuid[])))';
  elsif kind <> 'city-wide' then
    raise exception 'unknown kind of protection: %', kind;
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('create policy guatu_scope on %s using (%s) with check (%s)', target, rule, rule);
end $$;

-- Rows are only ever added: the program may neither change nor remove them.
create function city.append_only(target regclass) returns void
  language plpgsql
  as $$
begin
  execute format('revoke update, delete, truncate on %s from guatu_app', target);
end $$;

revoke execute on function city.protect(regclass, text), city.append_only(regclass) from public;

create table city.city (
  city_id integer primary key,
  pack text not null,
  name text not null,
  created_at timestamptz not null default now()
);
select city.protect('city.city', 'city-wide');

-- Which cities there are, for sign-in, jobs and the command line: their names, nothing else.
create function platform.city_list() returns table (city_id integer, pack text, name text)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$ select c.city_id, c.pack, c.name from city.city c order by c.city_id $$;

create table platform.migration (
  owner text not null,
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now(),
  primary key (owner, number)
);
grant select on platform.migration to guatu_app;

-- Holiday notices of the State Council, one per year; a notice may hold days of a neighbouring year.
create table platform.holiday_notice (
  year integer primary key,
  document text not null,
  issued_on date not null
);
create table platform.holiday_day (
  year integer not null references platform.holiday_notice on delete cascade,
  day date not null,
  rest boolean not null,
  name text not null,
  primary key (year, day)
);

create table platform.job (
  id text primary key,
  due_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  failure text
);
grant select, insert, update, delete on platform.holiday_notice, platform.holiday_day, platform.job to guatu_app;
