-- The monthly reports of every project and year of a city, each reported and verified as the act that files them writes
-- both: $1 city. What is done follows the plan more or less, one in forty did not report a month. Keys and indexes are
-- made once behind millions of rows, by their own definitions, instead of grown with each.
create temporary table made_again on commit drop as
  select format('alter table city.report drop constraint %I', c.conname) as away,
    format('alter table city.report add constraint %I %s', c.conname, pg_get_constraintdef(c.oid)) as again
  from pg_constraint c where c.conrelid = 'city.report'::regclass and c.contype in ('p', 'u')
  union all
  select format('drop index city.%I', i.relname), pg_get_indexdef(i.oid)
  from pg_index x join pg_class i on i.oid = x.indexrelid
  where x.indrelid = 'city.report'::regclass and not exists (select from pg_constraint c where c.conindid = i.oid);
do $$
declare statement text;
begin
  for statement in select away from made_again loop execute statement; end loop;
end $$;
insert into city.report (city_id, subject_id, month, standing, number, report_id, month_fen, cum_fen, started,
  actual_start, entered, entered_on, progress_text, reporter, reported_on, received_on, source, recorded_at, recorded_by)
select plan.city_id, plan.subject_id, done.month, standing, 1,
  -- In the order of months, as ids that carry their time would be.
  (lpad(to_hex(plan.year * 12 + done.n), 8, '0') || '-0000-7000-8000-'
    || substr(md5(plan.subject_id::text || done.month || standing), 1, 12))::uuid,
  done.month_fen, done.cum_fen, true, least(done.month, plan.year || '-03'), true, plan.year || '-04',
  '主体结构施工，完成工程量的' || (done.n * 8) || '%', '填报人', done.month || '-28',
  ((done.month || '-01')::date + interval '1 month 4 days')::date, 'bench',
  ((done.month || '-01')::date + interval '1 month 4 days'), 'bench'
from city.plan_version plan
cross join lateral (
  select n, plan.year || '-' || lpad(n::text, 2, '0') as month, (fen * factor)::bigint as month_fen,
    sum((fen * factor)::bigint) over (order by n)::bigint as cum_fen
  from unnest(plan.months_fen) with ordinality months (fen, n),
    (select 0.5 + (('x' || substr(md5(plan.subject_id::text), 1, 4))::bit(16)::integer) / 65536.0 * 0.7 as factor) f
) done
cross join unnest(array['reported', 'verified']) standing
where plan.city_id = $1::integer
  and (('x' || substr(md5(done.month || plan.subject_id::text), 1, 4))::bit(16)::integer) % 40 <> 0
order by done.month, standing, plan.subject_id;
do $$
declare statement text;
begin
  for statement in select again from made_again loop execute statement; end loop;
end $$;
