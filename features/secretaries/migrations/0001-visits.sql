-- What a service secretary did for a project. A correction is a further row of the same visit, the highest number stands.
create table city.secretary_visit (
  city_id integer not null,
  project_id uuid not null,
  visit_id uuid not null,
  number integer not null check (number > 0),
  person_id uuid,
  visited_on date not null,
  way text not null,
  met text,
  findings text,
  next_step text,
  next_on date,
  blocker text,
  cause text,
  withdrawn boolean not null default false,
  reason text,
  actor_id text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (city_id, project_id, visit_id, number),
  check (number = 1 or reason is not null),
  check ((blocker is null) = (cause is null)),
  foreign key (city_id, project_id) references city.project (city_id, project_id)
);

select city.protect('city.secretary_visit', 'project-detail');
select city.append_only('city.secretary_visit');
