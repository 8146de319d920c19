-- A report sent back to its filler: that very number of it, with the reason. A further number answers it.
create table city.report_return (
  city_id integer not null,
  subject_id uuid not null,
  month text collate "C" not null,
  number integer not null,
  reason text not null,
  returned_by uuid not null,
  returned_by_name text not null,
  returned_at timestamptz not null default now(),
  primary key (city_id, subject_id, month, number)
);
create index report_return_latest on city.report_return (city_id, returned_at);
select city.protect_subject('city.report_return');
select city.append_only('city.report_return');
