-- What was done, by whom, on what. Rows commit with the act; the seals follow within a second.

create table city.audit (
  city_id integer not null,
  audit_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  account_id uuid not null,
  actor_name text not null,
  roles text[] not null,
  ip text,
  action text not null,
  object text not null,
  object_id text,
  outcome text not null check (outcome in ('done', 'refused')),
  personal_data boolean not null default false,
  details jsonb not null,
  primary key (city_id, audit_id)
);
create index audit_at on city.audit (city_id, at, audit_id);
create index audit_account on city.audit (city_id, account_id, at);
create index audit_object on city.audit (city_id, object_id, at) where object_id is not null;
select city.protect('city.audit', 'city-wide');
select city.append_only('city.audit');

-- One seal per audit row: consecutive numbers, each hash over the number, the hash before it and the row.
-- No foreign key: a seal outlives a row that was taken away, and says which.
create table city.audit_seal (
  city_id integer not null,
  number bigint not null,
  audit_id uuid not null,
  prev_hash text not null,
  hash text not null,
  sealed_at timestamptz not null default clock_timestamp(),
  primary key (city_id, number),
  unique (city_id, audit_id)
);
select city.protect('city.audit_seal', 'city-wide');
select city.append_only('city.audit_seal');

-- Privileges bind the program; these bind the owner of the tables, too.
create function city.refuse_change() returns trigger
  language plpgsql
  as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete or truncate on city.audit
  for each statement execute function city.refuse_change();
create trigger append_only before update or delete or truncate on city.audit_seal
  for each statement execute function city.refuse_change();
