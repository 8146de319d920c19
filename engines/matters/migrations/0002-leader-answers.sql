-- What the leader decided on a forwarded request, in his own hand or written down by the government office.
alter table city.leader_request
  add column answer text check (btrim(answer) <> ''),
  add column answered_by uuid,
  add column answered_name text,
  add column answered_at timestamptz,
  add constraint leader_request_answer check (
    (answer is null) = (answered_at is null) and (answer is null or state = 'forwarded'));
create index leader_request_waiting on city.leader_request (city_id, decided_at)
  where state = 'forwarded' and answer is null;
-- Statistics of a period: what ended in it.
create index matter_closed on city.matter (city_id, closed_at) where closed_at is not null;
create index matter_clock_ended on city.matter_clock (city_id, ended_at) where ended_at is not null;
