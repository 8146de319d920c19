-- What a district saw on site before a project may enter 开工: each look is a further row, the last one stands.
create table city.start_check (
  city_id integer not null,
  check_id uuid not null,
  project_id uuid not null,
  outcome text not null check (outcome in ('confirmed', 'refused')),
  seen_on date not null,
  seen_by text not null,
  ground text,
  note text,
  file_id uuid,
  actor_id text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (city_id, check_id),
  foreign key (city_id, project_id) references city.project (city_id, project_id),
  check ((outcome = 'refused') = (ground is not null))
);
create index start_check_project on city.start_check (city_id, project_id, check_id);

-- Proofs of a start shown apart from a change of stage: a permit that came late.
create table city.start_evidence (
  city_id integer not null,
  evidence_id uuid not null,
  project_id uuid not null,
  kind text not null,
  reference text not null,
  on_day date,
  note text,
  file_id uuid,
  actor_id text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (city_id, evidence_id),
  foreign key (city_id, project_id) references city.project (city_id, project_id)
);
create index start_evidence_project on city.start_evidence (city_id, project_id, evidence_id);

select city.protect(one, 'project-detail')
from unnest(array['city.start_check', 'city.start_evidence']::regclass[]) one;
select city.append_only(one)
from unnest(array['city.start_check', 'city.start_evidence']::regclass[]) one;
