-- Which of the rows a teller has just offered are its own: the others were there under the same key before.
drop function city.told_accounts(text);
create function city.inbox_written(ids uuid[]) returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$ select inbox_id from city.inbox where city_id = (select city.current_city()) and inbox_id = any (ids) $$;
