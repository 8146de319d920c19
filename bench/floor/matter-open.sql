-- Its number, the row, its event, its clocks, its seat, who is told, the trace, the answer.
-- $1 city, $2 id, $3 title, $4 lead, $5 account, $6 what was given, $7 the event's fact, $8 due, $9 day, $10 key, $11 answer,
-- $12 id of the trace
with numbered as (
  insert into city.matter_number (city_id, kind, year, last) values ($1, 'task', 2026, 1)
  on conflict (city_id, kind, year) do update set last = matter_number.last + 1 returning last
), kept as (
  insert into city.matter (city_id, matter_id, kind, number, title, state, lead, raised_by, holders, source, given, opened_at,
    opened_on, due_at, due_clock, warn_at, next_at, version)
  select $1, $2, 'task', 'RW-2026-' || lpad(last::text, 7, '0'), $3, 'assigned', $4, $5::uuid, array[$4::uuid], 'hand', $6, now(),
    $9::date, $8, 'handle', $8, $8, 1 from numbered returning matter_id
), event as (
  insert into city.matter_event (city_id, matter_id, number, type, at, on_day, account_id, by_name, seat, fact)
  select $1, matter_id, 1, 'opened', now(), $9::date, $5::uuid, '试测', 'coordinator', $7::jsonb from kept
), clocks as (
  insert into city.matter_clock (city_id, matter_id, clock, run, against, started_at, due_at)
  select $1, matter_id, clock, 1, $4::uuid, now(), $8 from kept cross join unnest(array['sign', 'handle']) clock
), seat as (
  insert into city.matter_seat (city_id, matter_id, holder_id, seat) select $1, matter_id, $4::uuid, 'lead' from kept
), told as (
  insert into city.inbox (city_id, inbox_id, account_id, key, kind, urgency, title, text, object, object_id, path, told_at)
  select $1, gen_random_uuid(), g.account_id, 'matter ' || matter_id, 'matter.assigned', 'normal', $3, $3, 'matter',
    matter_id::text, '/matters/' || matter_id, now()
  from kept join city.role_grant g on g.city_id = $1 and g.org_id = $4::uuid and g.to_on is null
), traced as (
  insert into city.audit (city_id, audit_id, account_id, actor_name, roles, ip, action, object, object_id, outcome, details)
  values ($1, $12, $5::uuid, '试测', '{coordinator-clerk}', '127.0.0.1', 'matter.open', 'matter', $2::uuid::text, 'done', '{}')
)
insert into city.idempotency (city_id, account_id, key, fingerprint, status, answer)
values ($1, $5::uuid, $10, md5($10), 200, $11)
