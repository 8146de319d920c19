-- Projects: the card every office of the city sees, and apart from it what follows the scope.
create table city.project_serial (
  city_id integer not null,
  year integer not null,
  last integer not null,
  primary key (city_id, year)
);

create table city.list_import (
  city_id integer not null,
  import_id uuid not null,
  year integer not null,
  source jsonb not null,
  effective_on date not null,
  created integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  actor_id text not null,
  recorded_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by text,
  undone_reason text,
  primary key (city_id, import_id)
);

-- number is the library number for life. A withdrawn project (an undone import) keeps it and takes it up again when
-- the same project comes back. name_shared: another project bears the same name, linked with a reason.
create table city.project (
  city_id integer not null,
  project_id uuid not null,
  number text not null,
  name text not null,
  name_normal text not null,
  name_shared boolean not null default false,
  industry text,
  nature text,
  form text,
  sponsor_org_id uuid,
  stage text not null,
  stage_since date not null,
  merged_into uuid,
  withdrawn_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (city_id, project_id),
  unique (city_id, number),
  foreign key (city_id, sponsor_org_id) references city.organisation (city_id, org_id),
  foreign key (city_id, merged_into) references city.project (city_id, project_id)
);
create unique index project_name on city.project (city_id, name_normal)
  where withdrawn_at is null and not name_shared;
create index project_name_any on city.project (city_id, name_normal);
create index project_stage on city.project (city_id, stage);

create table city.project_detail (
  city_id integer not null,
  project_id uuid not null,
  content text,
  period_start text,
  period_end text,
  total_fen bigint,
  fund_source text,
  company text,
  company_normal text,
  uscc text,
  remark text,
  primary key (city_id, project_id),
  foreign key (city_id, project_id) references city.project (city_id, project_id)
);
create index project_detail_total on city.project_detail (city_id, total_fen desc nulls last);
create index project_detail_uscc on city.project_detail (city_id, uscc);

-- to_on is the first day on which the row no longer holds, here and in every dated table; equal to from_on it never
-- held (a statement taken back by undoing its import).
create table city.project_code (
  city_id integer not null,
  code_id uuid not null,
  project_id uuid not null,
  code text not null,
  shared boolean not null default false,
  from_on date not null,
  to_on date,
  reason text,
  ended_reason text,
  import_id uuid,
  ended_import_id uuid,
  recorded_at timestamptz not null default now(),
  primary key (city_id, code_id),
  foreign key (city_id, project_id) references city.project (city_id, project_id)
);
create unique index project_code_now on city.project_code (city_id, code) where to_on is null and not shared;
create index project_code_any on city.project_code (city_id, code);
create index project_code_project on city.project_code (city_id, project_id);

create table city.project_district (
  city_id integer not null,
  project_id uuid not null,
  org_id uuid not null,
  position integer not null,
  primary key (city_id, project_id, org_id),
  unique (city_id, project_id, position),
  foreign key (city_id, project_id) references city.project (city_id, project_id),
  foreign key (city_id, org_id) references city.organisation (city_id, org_id)
);
create index project_district_org on city.project_district (city_id, org_id, project_id);

-- Whose project it is: kept by city.refresh_project_scope in the transaction that changes districts,
-- responsibilities or sponsor. Read by the policies of every table that follows the scope.
create table city.project_scope (
  city_id integer not null,
  project_id uuid not null,
  holder_id uuid not null,
  primary key (city_id, project_id, holder_id),
  foreign key (city_id, project_id) references city.project (city_id, project_id)
);
create index project_scope_holder on city.project_scope (city_id, holder_id, project_id);

create table city.project_link (
  city_id integer not null,
  link_id uuid not null,
  project_id uuid not null,
  other_id uuid not null,
  kind text not null check (kind in ('duplicate-of', 'merged-into', 'split-from', 'same-sponsor', 'related')),
  reason text not null,
  actor_id text not null,
  recorded_at timestamptz not null default now(),
  primary key (city_id, link_id),
  unique (city_id, project_id, other_id, kind),
  foreign key (city_id, project_id) references city.project (city_id, project_id),
  foreign key (city_id, other_id) references city.project (city_id, project_id),
  check (project_id <> other_id)
);
create index project_link_other on city.project_link (city_id, other_id);

-- The project in one year's lists and plans; its money lies apart, under the scope.
create table city.year_entry (
  city_id integer not null,
  project_id uuid not null,
  year integer not null,
  category text not null,
  planned_start text,
  source text not null,
  primary key (city_id, project_id, year),
  foreign key (city_id, project_id) references city.project (city_id, project_id)
);
create index year_entry_year on city.year_entry (city_id, year, category, project_id);

create table city.year_money (
  city_id integer not null,
  project_id uuid not null,
  year integer not null,
  total_fen bigint,
  plan_year_fen bigint,
  done_before_fen bigint,
  primary key (city_id, project_id, year),
  foreign key (city_id, project_id) references city.project (city_id, project_id)
);
create index year_money_year on city.year_money (city_id, year, project_id);

-- What was changed in a project: one row per aspect, value before and after, only ever added to.
create table city.project_change (
  city_id integer not null,
  change_id uuid not null,
  project_id uuid not null,
  version integer not null,
  aspect text not null,
  before jsonb,
  after jsonb,
  act text not null,
  reason text,
  on_day date not null,
  import_id uuid,
  undoes_import uuid,
  actor_id text not null,
  recorded_at timestamptz not null default now(),
  primary key (city_id, change_id),
  foreign key (city_id, project_id) references city.project (city_id, project_id)
);
create index project_change_project on city.project_change (city_id, project_id, change_id);
create index project_change_import on city.project_change (city_id, import_id) where import_id is not null;
