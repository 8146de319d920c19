-- The audit is read by the audit administrator and by the program itself; everybody else adds to it, and sees their own.
create function city.reads_audit() returns boolean
  language sql stable parallel safe
  as $$ select coalesce(current_setting('guatu.reach', true) = 'system'
    or current_setting('guatu.reads_audit', true) = 'on', false) $$;

drop policy guatu_scope on city.audit;
create policy audit_read on city.audit for select using (city_id = (select city.current_city())
  and ((select city.reads_audit()) or account_id::text = (select city.current_actor())));
create policy audit_add on city.audit for insert with check (city_id = (select city.current_city()));
