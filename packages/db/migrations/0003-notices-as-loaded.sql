-- Notices of holidays that came after the program. Rows are only added: of one number the notice loaded last stands.
-- The two tables before this one held one notice a year and never had a row.
drop table platform.holiday_day, platform.holiday_notice;
create table platform.holiday_notice (
  notice_id uuid primary key,
  year integer not null,
  document text not null,
  issued_on date not null,
  days jsonb not null,
  loaded_by text not null,
  loaded_at timestamptz not null default now()
);
grant select, insert on platform.holiday_notice to guatu_app;
