-- What an import of many thousand projects pays for without anyone having use of it.

-- No query compares these texts and documents: statistics of them cost more than all others together.
alter table city.project_detail alter column content set statistics 0, alter column remark set statistics 0,
  alter column fund_source set statistics 0, alter column company set statistics 0;
alter table city.project alter column name set statistics 0;
alter table city.responsibility alter column name set statistics 0, alter column actor_id set statistics 0;
alter table city.list_membership alter column explanation set statistics 0;
alter table city.list_verdict alter column explanation set statistics 0;
alter table city.stage_change alter column evidence set statistics 0;
alter table city.project_change alter column before set statistics 0, alter column after set statistics 0,
  alter column reason set statistics 0;

-- The scope is worked out by one function from rows that each name their project under a key of their own.
alter table city.project_scope drop constraint project_scope_city_id_project_id_fkey;

-- Who answers for a project is looked up by office or by person; most rows name only one of the two.
drop index city.responsibility_org;
create index responsibility_org on city.responsibility (city_id, org_id) where to_on is null and org_id is not null;
drop index city.responsibility_person;
create index responsibility_person on city.responsibility (city_id, person_id)
  where to_on is null and person_id is not null;
