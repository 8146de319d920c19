-- What was found when a list admitted a project: amounts and names that follow the scope. With the membership, which
-- every office sees, stays what was asked and whether it was met.
create table city.list_verdict (
  city_id integer not null,
  membership_id uuid not null,
  project_id uuid not null,
  explanation jsonb not null,
  primary key (city_id, membership_id),
  foreign key (city_id, membership_id) references city.list_membership (city_id, membership_id)
);
create index list_verdict_project on city.list_verdict (city_id, project_id);
select city.protect('city.list_verdict', 'project-detail');

insert into city.list_verdict (city_id, membership_id, project_id, explanation)
select city_id, membership_id, project_id, explanation from city.list_membership;
update city.list_membership set explanation = jsonb_set(explanation, '{parts}',
  (select coalesce(jsonb_agg(part - 'actual'), '[]') from jsonb_array_elements(explanation -> 'parts') part))
where jsonb_typeof(explanation -> 'parts') = 'array';

-- Evidence, the reasons of links and the basis of statistics are details: seen by whoever sees the card in full.
do $$
declare
  held text := '(select held.project_id from city.project_scope held
    where held.city_id = (select city.current_city())
      and held.holder_id = any ((select city.current_holders())::uuid[]))';
begin
  execute format('alter policy stage_change_read on city.stage_change using (city_id = (select city.current_city())
    and ((select city.reaches_city()) or project_id in %s))', held);
  execute format('alter policy statistics_fact_read on city.statistics_fact using (city_id = (select city.current_city())
    and ((select city.reaches_city()) or project_id in %s))', held);
  execute format('alter policy project_link_read on city.project_link using (city_id = (select city.current_city())
    and ((select city.reaches_city()) or project_id in %1$s or other_id in %1$s))', held);
end $$;

-- A person's number follows the office, and is the person's own.
alter policy person_contact_scope on city.person_contact
  using (city_id = (select city.current_city()) and ((select city.reaches_city())
    or org_id = any ((select city.current_holders())::uuid[])
    or person_id = any ((select city.current_holders())::uuid[])))
  with check (city_id = (select city.current_city()) and ((select city.reaches_city())
    or org_id = any ((select city.current_holders())::uuid[])));
