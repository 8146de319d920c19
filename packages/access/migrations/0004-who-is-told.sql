-- Messages are addressed to offices, roles and persons; whoever they stand for is found by these.
create index role_grant_org on city.role_grant (city_id, org_id) where org_id is not null;
create index role_grant_role on city.role_grant (city_id, role);
create index account_person on city.account (city_id, person_id) where person_id is not null;
