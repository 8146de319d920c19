-- Row security. City-wide tables ask for the city only; tables that follow the scope ask for the reach as well.
select city.protect(one, 'city-wide') from unnest(array[
  'city.organisation', 'city.organisation_alias', 'city.organisation_group', 'city.organisation_group_member',
  'city.organisation_change', 'city.post', 'city.person', 'city.appointment', 'city.project_serial',
  'city.list_import', 'city.project_scope'
]::regclass[]) one;

-- May the caller write on this project? It is held by the caller, or by nobody yet: then it is being made.
create function city.may_write_project(project uuid) returns boolean
language sql stable
begin atomic
  select coalesce(bool_or(s.holder_id = any ((select city.current_holders())::uuid[])), true)
  from city.project_scope s
  where s.city_id = (select city.current_city()) and s.project_id = project;
end;

-- Read by every office of the city, written by those whose project it is.
do $$
declare t text;
begin
  foreach t in array array[
    'project', 'project_code', 'project_district', 'project_link', 'year_entry', 'stage_change',
    'list_membership', 'responsibility', 'statistics_fact'
  ] loop
    execute format('alter table city.%I enable row level security', t);
    execute format(
      'create policy %I on city.%I for select using (city_id = (select city.current_city()))', t || '_read', t);
    execute format(
      'create policy %I on city.%I for insert with check (city_id = (select city.current_city())
         and ((select city.reaches_city()) or city.may_write_project(project_id)))', t || '_add', t);
    execute format(
      'create policy %I on city.%I for update using (city_id = (select city.current_city())
         and ((select city.reaches_city()) or city.may_write_project(project_id)))', t || '_change', t);
    execute format(
      'create policy %I on city.%I for delete using (city_id = (select city.current_city())
         and ((select city.reaches_city()) or city.may_write_project(project_id)))', t || '_remove', t);
  end loop;
end $$;

-- Read and written within the scope only.
select city.protect(one, 'project-detail') from unnest(array[
  'city.project_detail', 'city.year_money', 'city.project_change', 'city.responsibility_contact'
]::regclass[]) one;

alter table city.person_contact enable row level security;
create policy person_contact_scope on city.person_contact
  using (city_id = (select city.current_city()) and ((select city.reaches_city())
    or org_id = any ((select city.current_holders())::uuid[])))
  with check (city_id = (select city.current_city()) and ((select city.reaches_city())
    or org_id = any ((select city.current_holders())::uuid[])));

-- The only writer of city.project_scope: districts, offices and people that answer for the project, its sponsor. Runs with the
-- owner's rights and therefore names the city itself.
create function city.refresh_project_scope(projects uuid[]) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  delete from city.project_scope s
  where s.city_id = city.current_city() and s.project_id = any (projects)
    and not exists (
      select 1 from city.project_district d
      where d.city_id = s.city_id and d.project_id = s.project_id and d.org_id = s.holder_id)
    and not exists (
      select 1 from city.responsibility r
      where r.city_id = s.city_id and r.project_id = s.project_id and r.to_on is null
        and s.holder_id in (r.org_id, r.person_id))
    and not exists (
      select 1 from city.project p
      where p.city_id = s.city_id and p.project_id = s.project_id and p.sponsor_org_id = s.holder_id);
  insert into city.project_scope (city_id, project_id, holder_id)
  select d.city_id, d.project_id, d.org_id from city.project_district d
  where d.city_id = city.current_city() and d.project_id = any (projects)
  union
  select r.city_id, r.project_id, r.org_id from city.responsibility r
  where r.city_id = city.current_city() and r.project_id = any (projects) and r.org_id is not null and r.to_on is null
  union
  select r.city_id, r.project_id, r.person_id from city.responsibility r
  where r.city_id = city.current_city() and r.project_id = any (projects) and r.person_id is not null and r.to_on is null
  union
  select p.city_id, p.project_id, p.sponsor_org_id from city.project p
  where p.city_id = city.current_city() and p.project_id = any (projects) and p.sponsor_org_id is not null
  on conflict do nothing;
end;

-- Search by text. Runs with the owner's rights because a policy takes the index from a text comparison; it names
-- the city itself, and the sponsor's name (which follows the scope) only finds projects within the caller's reach.
create function city.search_projects(term text, upper_term text) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select p.project_id from city.project p
  where p.city_id = city.current_city() and p.withdrawn_at is null
    and (position(term in p.name_normal) > 0 or position(upper_term in p.number) > 0)
  union
  select c.project_id from city.project_code c
  where c.city_id = city.current_city() and position(upper_term in c.code) > 0
  union
  select d.project_id from city.project_detail d
  where d.city_id = city.current_city() and position(term in d.company_normal) > 0
    and (city.reaches_city() or exists (
      select 1 from city.project_scope s
      where s.city_id = d.city_id and s.project_id = d.project_id and s.holder_id = any (city.current_holders())));
end;

-- Projects of one sponsor anywhere in the city, to find duplicates: ids only, the sponsor's row itself stays scoped.
create function city.projects_of_sponsor(credit_code text) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select d.project_id from city.project_detail d where d.city_id = city.current_city() and d.uscc = credit_code;
end;

revoke all on function city.refresh_project_scope(uuid[]), city.search_projects(text, text),
  city.projects_of_sponsor(text) from public;
grant execute on function city.refresh_project_scope(uuid[]), city.search_projects(text, text),
  city.projects_of_sponsor(text) to guatu_app;
revoke insert, update, delete, truncate on city.project_scope from guatu_app;

select city.append_only(one) from unnest(array[
  'city.organisation_change', 'city.project_change', 'city.stage_change', 'city.statistics_fact', 'city.project_link'
]::regclass[]) one;
