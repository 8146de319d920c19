create table city.stage_change (
  city_id integer not null,
  change_id uuid not null,
  project_id uuid not null,
  from_stage text,
  to_stage text not null,
  on_day date not null,
  basis text not null check (basis in ('evidence', 'source', 'correction')),
  evidence jsonb not null default '[]',
  reason text,
  import_id uuid,
  actor_id text not null,
  recorded_at timestamptz not null default now(),
  primary key (city_id, change_id),
  foreign key (city_id, project_id) references city.project (city_id, project_id)
);
create index stage_change_project on city.stage_change (city_id, project_id, on_day, change_id);

-- On a list from from_on until before to_on. explanation keeps the verdict of the entry rule on the day of entry,
-- also where the basis is the workbook's own statement.
create table city.list_membership (
  city_id integer not null,
  membership_id uuid not null,
  list_id text not null,
  year integer not null,
  project_id uuid not null,
  from_on date not null,
  to_on date,
  basis text not null check (basis in ('rule', 'exception', 'source')),
  verdict text not null check (verdict in ('met', 'not-met', 'unknown', 'no-rule')),
  explanation jsonb not null,
  reason text,
  approver text,
  removed_reason text,
  removed_by text,
  import_id uuid,
  ended_import_id uuid,
  actor_id text not null,
  recorded_at timestamptz not null default now(),
  primary key (city_id, membership_id),
  foreign key (city_id, project_id) references city.project (city_id, project_id),
  check (to_on is null or to_on >= from_on),
  check (basis <> 'exception' or (reason is not null and approver is not null))
);
create unique index list_membership_now on city.list_membership (city_id, list_id, year, project_id)
  where to_on is null;
create index list_membership_list on city.list_membership (city_id, year, list_id, project_id);
create index list_membership_project on city.list_membership (city_id, project_id);

create table city.responsibility (
  city_id integer not null,
  responsibility_id uuid not null,
  project_id uuid not null,
  kind text not null,
  holder text not null check (holder in ('person', 'department', 'unit')),
  position integer not null default 1,
  org_id uuid,
  person_id uuid,
  name text not null,
  from_on date not null,
  to_on date,
  ended_reason text,
  import_id uuid,
  ended_import_id uuid,
  actor_id text not null,
  recorded_at timestamptz not null default now(),
  primary key (city_id, responsibility_id),
  foreign key (city_id, project_id) references city.project (city_id, project_id),
  foreign key (city_id, org_id) references city.organisation (city_id, org_id),
  foreign key (city_id, person_id) references city.person (city_id, person_id),
  check (to_on is null or to_on >= from_on)
);
create index responsibility_project on city.responsibility (city_id, project_id, kind);
create index responsibility_org on city.responsibility (city_id, org_id) where to_on is null;
create index responsibility_person on city.responsibility (city_id, person_id) where to_on is null;

create table city.responsibility_contact (
  city_id integer not null,
  responsibility_id uuid not null,
  project_id uuid not null,
  phone text not null,
  primary key (city_id, responsibility_id),
  foreign key (city_id, responsibility_id) references city.responsibility (city_id, responsibility_id)
);
create index responsibility_contact_project on city.responsibility_contact (city_id, project_id);

-- The departments that lead a project now, in order: a reading of its responsibilities.
create view city.project_department with (security_invoker = true) as
select city_id, project_id, org_id, name, position, kind from city.responsibility
where holder = 'department' and to_on is null;

create table city.statistics_fact (
  city_id integer not null,
  fact_id uuid not null,
  project_id uuid not null,
  entered boolean not null,
  entered_on date,
  stated_on date not null,
  source text not null,
  actor_id text not null,
  recorded_at timestamptz not null default now(),
  primary key (city_id, fact_id),
  foreign key (city_id, project_id) references city.project (city_id, project_id)
);
create index statistics_fact_project on city.statistics_fact (city_id, project_id, stated_on, fact_id);
