-- 年末结转: what becomes of a project at the end of a year. The row with the highest number stands.
create table city.year_decision (
  city_id integer not null,
  project_id uuid not null,
  year integer not null,
  number integer not null,
  decision text not null check (decision in ('continue', 'complete', 'prepare', 'quit')),
  proposal text not null check (proposal in ('continue', 'complete', 'prepare', 'quit')),
  reason text not null,
  decided_by text not null,
  decided_by_account text not null,
  decided_at timestamptz not null default now(),
  primary key (city_id, project_id, year, number),
  foreign key (city_id, project_id) references city.project (city_id, project_id)
);
create index year_decision_year on city.year_decision (city_id, year);

-- Approved, and the next year opened with it: once for a project and a year.
create table city.year_opening (
  city_id integer not null,
  project_id uuid not null,
  year integer not null,
  decision_number integer not null,
  done_before_fen bigint,
  approved_by text not null,
  approved_at timestamptz not null default now(),
  primary key (city_id, project_id, year),
  foreign key (city_id, project_id, year, decision_number)
    references city.year_decision (city_id, project_id, year, number)
);
create index year_opening_year on city.year_opening (city_id, year);

select city.protect('city.year_decision', 'project-detail');
select city.append_only('city.year_decision');
select city.protect('city.year_opening', 'project-detail');
select city.append_only('city.year_opening');
