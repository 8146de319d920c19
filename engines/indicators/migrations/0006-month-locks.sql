-- What counts is verified. A report that came after its month was locked says what it is and who approved it.
alter table city.report add column after_lock text check (after_lock in ('late', 'correction'));
alter table city.report add column approver text;
alter table city.report
  add constraint report_after_lock_explained check (after_lock is null or (correction_reason is not null and approver is not null));

-- What counts is said by who answers for the whole city.
create policy report_verified_by_city on city.report as restrictive for insert
  with check (city_id = (select city.current_city()) and (standing = 'reported' or (select city.reaches_city())));

-- Until now reported values counted: they are taken over as verified, so that no light and no sum changes.
insert into city.report (city_id, subject_id, month, standing, number, report_id, withdrawn, month_fen, cum_fen, started,
  actual_start, entered, entered_on, progress_text, problem, matter, matter_level, reporter, reported_on, received_on,
  source, import_id, source_row, correction_reason, recorded_at, recorded_by)
select r.city_id, r.subject_id, r.month, 'verified', r.number, gen_random_uuid(), r.withdrawn, r.month_fen, r.cum_fen,
  r.started, r.actual_start, r.entered, r.entered_on, r.progress_text, r.problem, r.matter, r.matter_level, r.reporter,
  r.reported_on, r.received_on, r.source, r.import_id, r.source_row, r.correction_reason, r.recorded_at, r.recorded_by
from city.report r
where r.standing = 'reported' and not exists (
  select 1 from city.report v
  where v.city_id = r.city_id and v.subject_id = r.subject_id and v.month = r.month and v.standing = 'verified');

-- A locked month is never written again: neither its lights nor its sums, whose digest is kept here.
create table city.month_lock (
  city_id integer not null,
  month text collate "C" not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  as_of date not null,
  sums_digest text not null,
  locked_at timestamptz not null default now(),
  locked_by text not null,
  primary key (city_id, month)
);
alter table city.month_lock enable row level security;
create policy month_lock_read on city.month_lock for select using (city_id = (select city.current_city()));
create policy month_lock_add on city.month_lock for insert
  with check (city_id = (select city.current_city()) and (select city.reaches_city()));
select city.append_only('city.month_lock');

-- The month all screens show: the last one locked; in a city that never locked any, the last one evaluated.
create view city.v_shown_month with (security_invoker = true) as
  select c.city_id, coalesce(
    (select max(k.month) from city.month_lock k where k.city_id = c.city_id),
    (select max(l.month) from city.light l where l.city_id = c.city_id)) as month
  from (select city.current_city() as city_id) c;

create or replace view city.v_current_light with (security_invoker = true) as
  select distinct on (l.city_id, l.subject_id) l.city_id, l.subject_id, l.month, l.as_of, l.evaluation_id, l.overall,
    l.progress, l.start, l.statistics, l.others
  from city.light l
  where l.city_id = (select city.current_city()) and l.month = (select s.month from city.v_shown_month s)
  order by l.city_id, l.subject_id, l.as_of desc, l.evaluation_id desc;
