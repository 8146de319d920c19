-- The formalities of a project: planned month and day of doing. A change is a further row, the highest number stands.
create table city.milestone (
  city_id integer not null,
  project_id uuid not null,
  milestone text not null,
  number integer not null check (number > 0),
  planned text collate "C" check (planned ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  done_on date,
  not_needed boolean not null default false,
  reason text,
  actor_id text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (city_id, project_id, milestone, number),
  foreign key (city_id, project_id) references city.project (city_id, project_id)
);

select city.protect('city.milestone', 'project-detail');
select city.append_only('city.milestone');
