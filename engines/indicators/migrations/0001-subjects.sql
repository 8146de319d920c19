-- A subject is whatever has a plan and a light: here its id is all that is known of it. For a project it is the project's id.

create table city.subject (
  city_id integer not null,
  subject_id uuid not null,
  primary key (city_id, subject_id)
);

-- What a subject owes from a month on, until its next row or the end of that year: lists, and so duties, are yearly.
-- A correction is a new row for the same month; the row with the highest number stands.
create table city.subject_duty (
  city_id integer not null,
  subject_id uuid not null,
  from_month text collate "C" not null check (from_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  number integer not null,
  category text not null check (category in ('building', 'new-start', 'none')),
  planned_start_month text collate "C" check (planned_start_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  started_month text collate "C" check (started_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  owes boolean not null,
  reason text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  primary key (city_id, subject_id, from_month, number),
  check (owes or reason is not null),
  check (category <> 'none' or not owes)
);

-- Dated membership: a list, a district, a department. to_on is the first day on which it no longer holds.
create table city.subject_group (
  city_id integer not null,
  subject_id uuid not null,
  group_kind text not null,
  group_id text not null,
  from_on date not null,
  to_on date,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  primary key (city_id, subject_id, group_kind, group_id, from_on),
  check (to_on is null or to_on >= from_on)
);
create index subject_group_by_group on city.subject_group (city_id, group_kind, group_id);

select city.protect('city.subject', 'city-wide');
select city.protect('city.subject_duty', 'city-wide');
select city.append_only('city.subject_duty');
select city.protect('city.subject_group', 'city-wide');
