-- What was asked of a leader and what he answered is seen by whoever sees the matter, not by the whole city.
alter policy guatu_scope on city.leader_request
  using (city_id = (select city.current_city())
    and ((select city.reaches_city()) or exists (select 1 from city.matter m
      where m.city_id = (select city.current_city()) and m.matter_id = leader_request.matter_id)));

-- Nobody writes a matter he would not see: whoever passes one on keeps it among those he held.
do $$
declare
  rule text := 'city_id = (select city.current_city()) and ((select city.reaches_city())
    or holders && (select city.current_holders())
    or raised_by::text = (select city.current_actor())
    or (not guarded and project_id in (
      select held.project_id from city.project_scope held
      where held.city_id = (select city.current_city())
        and held.holder_id = any ((select city.current_holders())::uuid[]))))';
begin
  execute format('alter policy guatu_scope on city.matter using (%s) with check (%s)', rule, rule);
end $$;
