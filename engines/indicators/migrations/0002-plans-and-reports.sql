-- Rows with figures: visible to the whole city's offices only by name and light, in full within the scope of the subject.
-- A subject that is a project is in scope as that project is.
create function city.protect_subject(target regclass) returns void
  language plpgsql
  as $$
declare
  rule text := 'city_id = (select city.current_city()) and ((select city.reaches_city()) or subject_id in (
    select held.project_id from city.project_scope held
    where held.city_id = (select city.current_city())
      and held.holder_id = any ((select city.current_holders())::uuid[])))';
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy guatu_scope on %s using (%s) with check (%s)', target, rule, rule);
end $$;
revoke execute on function city.protect_subject(regclass) from public;

-- One yearly plan with its twelve months per row. Months are null where nobody planned anything.
create table city.plan_version (
  city_id integer not null,
  subject_id uuid not null,
  year integer not null check (year between 1949 and 2999),
  number integer not null,
  plan_id uuid not null,
  kind text not null check (kind in ('baseline', 'revision', 'withdrawal')),
  months_fen bigint[] not null check (cardinality(months_fen) = 12),
  total_fen bigint,
  effective_from text collate "C" not null,
  reason text,
  approver text,
  source text,
  import_id uuid,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  primary key (city_id, subject_id, year, number),
  unique (city_id, plan_id),
  check (kind = 'baseline' or (reason is not null and approver is not null)),
  check (left(effective_from, 4)::integer = year)
);
create index plan_version_by_import on city.plan_version (city_id, import_id) where import_id is not null;

-- Reported and verified values stand apart. A correction is a new row with the next number: the highest number stands.
-- Dates known to the month or year only stay so written.
create table city.report (
  city_id integer not null,
  subject_id uuid not null,
  month text collate "C" not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  standing text not null check (standing in ('reported', 'verified')),
  number integer not null,
  report_id uuid not null,
  withdrawn boolean not null default false,
  month_fen bigint,
  cum_fen bigint,
  started boolean,
  actual_start text collate "C" check (actual_start ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  entered boolean,
  entered_on text collate "C" check (entered_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  progress_text text,
  problem text,
  matter text,
  matter_level text,
  reporter text,
  reported_on text collate "C" check (reported_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  received_on date not null,
  source text,
  import_id uuid,
  source_row text,
  correction_reason text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  primary key (city_id, subject_id, month, standing, number),
  unique (city_id, report_id)
);
-- With the subject in it, so that it serves a single subject no worse than the key, whatever the statistics say.
create index report_by_month on city.report (city_id, month, standing, subject_id, number desc);
create index report_by_import on city.report (city_id, import_id) where import_id is not null;

select city.protect_subject('city.plan_version');
select city.append_only('city.plan_version');
select city.protect_subject('city.report');
select city.append_only('city.report');
