-- 拆分, 合并, 打捆: which cards stood for the money before a month, and which from it on.
create table city.structure (
  city_id integer not null,
  structure_id uuid not null,
  kind text not null check (kind in ('split', 'merge', 'bundle')),
  from_month text collate "C" not null check (from_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  reason text not null,
  approver text not null,
  made_by text not null,
  made_at timestamptz not null default now(),
  primary key (city_id, structure_id)
);
create index structure_month on city.structure (city_id, from_month);

-- role: before it was made, or made by it. counts: whose money counts from the month on. The amounts as they were then.
create table city.structure_part (
  city_id integer not null,
  structure_id uuid not null,
  project_id uuid not null,
  role text not null check (role in ('before', 'after')),
  counts boolean not null,
  total_fen bigint,
  done_before_fen bigint,
  plan_year_fen bigint,
  months_fen bigint[] not null check (cardinality(months_fen) = 12),
  reported_fen bigint,
  primary key (city_id, structure_id, project_id),
  foreign key (city_id, structure_id) references city.structure (city_id, structure_id),
  foreign key (city_id, project_id) references city.project (city_id, project_id)
);
create index structure_part_project on city.structure_part (city_id, project_id);

select city.protect('city.structure', 'city-wide');
select city.append_only('city.structure');
select city.protect('city.structure_part', 'project-detail');
select city.append_only('city.structure_part');
