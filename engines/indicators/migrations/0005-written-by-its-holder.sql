-- Duties, groups and lights are read by every office of the city, and written by those whose project it is: lights by
-- whoever evaluates the whole city.
do $$
declare
  t text;
  city text := 'city_id = (select city.current_city())';
  own text := '((select city.reaches_city()) or city.may_write_project(subject_id))';
begin
  foreach t in array array['subject', 'subject_duty', 'subject_group', 'light'] loop
    if t = 'light' then
      own := '(select city.reaches_city())';
    end if;
    execute format('drop policy guatu_scope on city.%I', t);
    execute format('create policy %I on city.%I for select using (%s)', t || '_read', t, city);
    execute format('create policy %I on city.%I for insert with check (%s and %s)', t || '_add', t, city, own);
    execute format('create policy %I on city.%I for update using (%s and %s)', t || '_change', t, city, own);
    execute format('create policy %I on city.%I for delete using (%s and %s)', t || '_remove', t, city, own);
  end loop;
end $$;
