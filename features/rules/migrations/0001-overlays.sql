-- A city's own version of one file of its pack. Rows are only added: each edit is a further revision, the highest number
-- is what stands to be approved; `base` is the shipped file it was written against, null where the pack has none.
create table city.pack_overlay (
  city_id integer not null,
  overlay_id uuid not null,
  number integer not null check (number > 0),
  file text not null check (file ~ '^[a-z0-9][a-z0-9./-]*$'),
  content text not null,
  base text,
  effective_from date not null,
  reason text not null,
  basis text not null,
  account_id uuid not null,
  by_name text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (city_id, overlay_id, number)
);

-- Approved once, by somebody who wrote none of its revisions; withdrawn once, from a day on. Where an overlay stands
-- follows from these.
create table city.pack_overlay_step (
  city_id integer not null,
  overlay_id uuid not null,
  act text not null check (act in ('approve', 'withdraw')),
  number integer not null,
  from_on date,
  reason text,
  account_id uuid not null,
  by_name text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (city_id, overlay_id, act),
  foreign key (city_id, overlay_id, number) references city.pack_overlay (city_id, overlay_id, number),
  check (act <> 'withdraw' or (from_on is not null and reason is not null))
);

select city.protect('city.pack_overlay', 'city-wide');
select city.append_only('city.pack_overlay');
select city.protect('city.pack_overlay_step', 'city-wide');
select city.append_only('city.pack_overlay_step');
