-- Matters $3 to $4 of city $1, opened by $2 thirty days before $5, each led by one of $6; one in ten is still open. Of
-- the open ones two in forty are overdue, two more are due within two days.
with made as (
  select n, md5('matter ' || n)::uuid as id, ($6::uuid[])[1 + n % cardinality($6::uuid[])] as lead, n % 10 <> 0 as closed,
    ($5::date - 30 + time '09:00') at time zone 'Asia/Shanghai' as opened_at, 28 + n / 10 % 40 as days
  from generate_series($3::integer, $4::integer) n
), told as (
  select *, opened_at + interval '5 days' as ended_at,
    ($5::date - 30 + days + 1)::timestamp at time zone 'Asia/Shanghai' - interval '1 millisecond' as due_at,
    jsonb_build_object('content', '第' || n || '项', 'source', '会议', 'dueDay', $5::date - 30 + days) as given
  from made
), kept as (
  insert into city.matter (city_id, matter_id, kind, number, title, state, lead, raised_by, holders, source, given,
    opened_at, opened_on, closed_at, due_at, due_clock, warn_at, next_at, version)
  select $1, id, 'task', 'RW-2025-' || lpad(n::text, 7, '0'), '第' || n || '项任务',
    case when closed then 'cancelled' else 'assigned' end, lead, $2, array[lead], 'hand',
    given || case when closed then '{"reason": "合并办理"}'::jsonb else '{}' end, opened_at, $5::date - 30,
    case when closed then ended_at end, case when not closed then due_at end, case when not closed then 'handle' end,
    case when not closed then due_at - interval '3 days' end, case when not closed then opened_at end,
    case when closed then 2 else 1 end
  from told returning matter_id
), opened as (
  insert into city.matter_event (city_id, matter_id, number, type, at, on_day, account_id, by_name, seat, fact)
  select $1, id, 1, 'opened', opened_at, $5::date - 30, $2, '试测', 'coordinator',
    jsonb_build_object('type', 'opened', 'title', '第' || n || '项任务', 'given', given, 'support', '[]'::jsonb,
      'lead', lead, 'starts', jsonb_build_object('sign', $7::jsonb || '{"limit": {"amount": 90, "unit": "day"}}', 'handle',
        $7::jsonb || jsonb_build_object('limit', jsonb_build_object('amount', days, 'unit', 'day'))))
  from told
), ended as (
  insert into city.matter_event (city_id, matter_id, number, type, at, on_day, account_id, by_name, seat, fact)
  select $1, id, 2, 'acted', ended_at, $5::date - 25, $2, '试测', 'coordinator',
    '{"type": "acted", "action": "cancel", "from": "assigned", "to": "cancelled", "given": {"reason": "合并办理"},
      "starts": {}}'::jsonb
  from told where closed
), clocks as (
  insert into city.matter_clock (city_id, matter_id, clock, run, against, started_at, ended_at, due_at)
  select $1, id, clock, 1, lead, opened_at, case when closed then ended_at end,
    case clock when 'handle' then due_at
      else ($5::date + 61)::timestamp at time zone 'Asia/Shanghai' - interval '1 millisecond' end
  from told cross join unnest(array['sign', 'handle']) clock
)
insert into city.matter_seat (city_id, matter_id, holder_id, seat) select $1, id, lead, 'lead' from told
