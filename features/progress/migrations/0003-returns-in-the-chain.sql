-- A return is a step of the chain like every other. Who filed what stands with the row from now on, and the audit need
-- not be asked.
insert into city.report_step (city_id, subject_id, month, entry_id, act, step, to_state, report_number, account_id, name,
  reason, recorded_at)
select r.city_id, r.subject_id, r.month, gen_random_uuid(), 'return', coalesce(w.state, 'fill'), 'fill', r.number,
  r.returned_by, r.returned_by_name, r.reason, r.returned_at
from city.report_return r
left join city.report_row w on w.city_id = r.city_id and w.subject_id = r.subject_id and w.month = r.month;

update city.report_row w set state = 'fill', returned = true
from city.report_return r
where w.city_id = r.city_id and w.subject_id = r.subject_id and w.month = r.month and w.report_number = r.number
  and not exists (
    select 1 from city.report v
    where v.city_id = r.city_id and v.subject_id = r.subject_id and v.month = r.month and v.standing = 'verified'
      and v.recorded_at > r.returned_at);

update city.report_row w set filled_by = a.account_id
from city.report f
join city.audit a on a.city_id = f.city_id and a.outcome = 'done' and a.action in ('report.fill', 'import.write')
  and a.object_id = any (array[f.report_id::text, f.import_id::text])
where f.city_id = w.city_id and f.subject_id = w.subject_id and f.month = w.month and f.standing = 'reported'
  and f.number = w.report_number;

drop table city.report_return;
drop function city.report_authors(text[]);
