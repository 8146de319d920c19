-- The row, its event, its clocks, its seat, who is told, the trace, the answer; $4 closes it where it is `cancelled`.
-- $1 city, $2 id, $3 lead, $4 state, $5 account, $6 the event's fact, $7 day, $8 key, $9 answer, $10 id of the trace
with kept as (
  update city.matter set state = $4, lead = coalesce($3::uuid, lead), version = version + 1,
    closed_at = case when $4 = 'cancelled' then now() end, due_at = case when $4 = 'cancelled' then null else due_at end,
    next_at = case when $4 = 'cancelled' then null else next_at end
  where city_id = $1 and matter_id = $2 returning matter_id, version, lead, title
), event as (
  insert into city.matter_event (city_id, matter_id, number, type, at, on_day, account_id, by_name, seat, fact)
  select $1, matter_id, version, 'acted', now(), $7::date, $5::uuid, '试测', 'coordinator', $6::jsonb from kept
), clocks as (
  update city.matter_clock c set against = kept.lead, ended_at = case when $4 = 'cancelled' then now() end from kept
  where c.city_id = $1 and c.matter_id = kept.matter_id
), seat as (
  update city.matter_seat s set holder_id = kept.lead from kept
  where s.city_id = $1 and s.matter_id = kept.matter_id and s.seat = 'lead' and s.holder_id <> kept.lead
), told as (
  insert into city.inbox (city_id, inbox_id, account_id, key, kind, urgency, title, text, object, object_id, path, told_at)
  select $1, gen_random_uuid(), g.account_id, 'matter ' || matter_id || version, 'matter.assigned', 'normal', title, title,
    'matter', matter_id::text, '/matters/' || matter_id, now()
  from kept join city.role_grant g on g.city_id = $1 and g.org_id = kept.lead and g.to_on is null
), traced as (
  insert into city.audit (city_id, audit_id, account_id, actor_name, roles, ip, action, object, object_id, outcome, details)
  values ($1, $10, $5::uuid, '试测', '{coordinator-clerk}', '127.0.0.1', 'matter.act', 'matter', $2::uuid::text, 'done', '{}')
)
insert into city.idempotency (city_id, account_id, key, fingerprint, status, answer)
values ($1, $5::uuid, $8, md5($8), 200, $9)
