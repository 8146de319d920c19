-- Who filed a report stands in the audit and nowhere else. Reviewers, who do not read the audit, learn from it the
-- accounts and nothing more.
create function city.report_authors(objects text[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select distinct a.account_id from city.audit a
  where a.city_id = city.current_city() and a.object_id = any (objects) and a.outcome = 'done'
    and a.action in ('report.fill', 'import.write');
end;
revoke all on function city.report_authors(text[]) from public;
grant execute on function city.report_authors(text[]) to guatu_app;
