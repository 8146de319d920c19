-- A kept answer holds what its asker saw: it is read again by that account alone, and forgotten by the program.
alter policy guatu_scope on city.idempotency
  using (city_id = (select city.current_city())
    and (account_id::text = (select city.current_actor()) or (select current_setting('guatu.reach', true)) = 'system'))
  with check (city_id = (select city.current_city()) and account_id::text = (select city.current_actor()));
