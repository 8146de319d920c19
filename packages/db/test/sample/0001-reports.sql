create table city.project_scope (
  city_id integer not null,
  project_id uuid not null,
  holder_id uuid not null,
  primary key (city_id, project_id, holder_id)
);
select city.protect('city.project_scope', 'city-wide');

create table city.report (
  city_id integer not null references city.city,
  report_id bigint generated always as identity,
  project_id uuid not null,
  filled_on date,
  paid_fen bigint,
  share numeric,
  at timestamptz,
  months bigint[],
  days date[],
  words text[],
  facts jsonb,
  seal bytea,
  note text,
  follows bigint,
  primary key (city_id, report_id),
  foreign key (city_id, follows) references city.report (city_id, report_id)
);
select city.protect('city.report', 'project-detail');

create table city.event (
  city_id integer not null,
  event_id integer not null,
  word text not null,
  primary key (city_id, event_id)
);
select city.protect('city.event', 'city-wide');
select city.append_only('city.event');
