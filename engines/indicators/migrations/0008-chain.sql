-- The month's reporting. A period is what was said of it: assigned with its days, days changed, published. Its lock is
-- city.month_lock.
create table city.report_period (
  city_id integer not null,
  month text collate "C" not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  number integer not null,
  fact text not null check (fact in ('assigned', 'changed', 'published')),
  days jsonb,
  note text,
  account_id uuid not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  primary key (city_id, month, number),
  check ((fact = 'published') = (days is null))
);
alter table city.report_period enable row level security;
create policy report_period_read on city.report_period for select using (city_id = (select city.current_city()));
create policy report_period_add on city.report_period for insert
  with check (city_id = (select city.current_city()) and (select city.reaches_city()));
select city.append_only('city.report_period');

-- One subject in one month: the step it waits for, `verified` after the last. The log below says how it came there.
create table city.report_row (
  city_id integer not null,
  subject_id uuid not null,
  month text collate "C" not null,
  state text not null,
  version integer not null,
  -- The report it is about; none while there is a draft only.
  report_number integer,
  returned boolean not null default false,
  filled_by uuid,
  filled_by_person uuid,
  filled_by_name text,
  on_behalf_of text,
  filled_at timestamptz,
  primary key (city_id, subject_id, month)
);
create index report_row_by_month on city.report_row (city_id, month, state);
select city.protect_subject('city.report_row');

create table city.report_step (
  city_id integer not null,
  subject_id uuid not null,
  month text collate "C" not null,
  entry_id uuid not null,
  act text not null
    check (act in ('submit', 'pass', 'return', 'verify', 'ask-late', 'ask-correction', 'approve', 'reject')),
  -- The step it was done at, and the one the row waits for since.
  step text not null,
  to_state text not null,
  report_number integer,
  account_id uuid not null,
  person_id uuid,
  name text not null,
  on_behalf_of text,
  reason text,
  -- What was asked for after the lock, and the request an answer is to.
  facts jsonb,
  about uuid,
  recorded_at timestamptz not null default now(),
  primary key (city_id, subject_id, month, entry_id),
  check (act not in ('return', 'reject', 'ask-late', 'ask-correction') or reason is not null),
  check ((act in ('ask-late', 'ask-correction')) = (facts is not null)),
  check ((act in ('approve', 'reject')) = (about is not null))
);
create index report_step_by_month on city.report_step (city_id, month, subject_id, entry_id);
create index report_step_asked on city.report_step (city_id, entry_id) where facts is not null;
create unique index report_step_answered on city.report_step (city_id, about) where about is not null;
select city.protect_subject('city.report_step');
select city.append_only('city.report_step');

-- What is being typed; overwritten by every save, gone when it is submitted.
create table city.report_draft (
  city_id integer not null,
  subject_id uuid not null,
  month text collate "C" not null,
  facts jsonb not null,
  saved_by uuid not null,
  saved_by_name text not null,
  saved_at timestamptz not null default now(),
  primary key (city_id, subject_id, month)
);
create index report_draft_by_month on city.report_draft (city_id, month);
select city.protect_subject('city.report_draft');

-- What was verified before there were steps is through all of them.
insert into city.report_row (city_id, subject_id, month, state, version, report_number, filled_by_name, filled_at)
select v.city_id, v.subject_id, v.month, 'verified', 1, r.number, r.recorded_by, r.recorded_at
from (
  select distinct on (city_id, subject_id, month) city_id, subject_id, month, withdrawn from city.report
  where standing = 'verified' order by city_id, subject_id, month, number desc) v
join lateral (
  select number, recorded_by, recorded_at from city.report
  where city_id = v.city_id and subject_id = v.subject_id and month = v.month and standing = 'reported'
  order by number desc limit 1) r on true
where not v.withdrawn;
