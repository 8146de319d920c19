-- Photos and documents of a project. One taken off again stays on record, with the reason.
create table city.attachment (
  city_id integer not null,
  attachment_id uuid not null,
  project_id uuid not null,
  file_id uuid not null,
  kind text not null check (kind in ('photo', 'document')),
  caption text not null,
  taken_on date,
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamptz not null default now(),
  primary key (city_id, attachment_id),
  foreign key (city_id, project_id) references city.project (city_id, project_id),
  foreign key (city_id, file_id) references city.file (city_id, file_id)
);
create index attachment_of_project on city.attachment (city_id, project_id);
create index attachment_of_file on city.attachment (city_id, file_id);

create table city.attachment_removal (
  city_id integer not null,
  attachment_id uuid not null,
  project_id uuid not null,
  reason text not null,
  removed_by uuid not null,
  removed_by_name text not null,
  removed_at timestamptz not null default now(),
  primary key (city_id, attachment_id),
  foreign key (city_id, attachment_id) references city.attachment (city_id, attachment_id)
);

select city.protect('city.attachment', 'project-detail');
select city.append_only('city.attachment');
select city.protect('city.attachment_removal', 'project-detail');
select city.append_only('city.attachment_removal');

-- A file that hangs on a project is seen by whoever sees the project in full.
create policy attached_file on city.file for select using (
  city_id = (select city.current_city())
  and exists (
    select 1 from city.attachment a
    where a.city_id = (select city.current_city()) and a.file_id = file.file_id));
