-- Tells the planner how large the tables have become. The program owns no table and so may not do it itself; the
-- comparison keeps a large database from being read through after every small import.
create function city.analyze_projects(added integer) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  t text;
begin
  if (select reltuples from pg_class where oid = 'city.project'::regclass) > 2 * added then
    return;
  end if;
  foreach t in array array[
    'project', 'project_detail', 'project_code', 'project_district', 'project_scope', 'year_entry', 'year_money',
    'list_membership', 'responsibility', 'responsibility_contact', 'stage_change', 'project_change'
  ] loop
    execute format('analyze city.%I', t);
  end loop;
end $$;
revoke all on function city.analyze_projects(integer) from public;
grant execute on function city.analyze_projects(integer) to guatu_app;
