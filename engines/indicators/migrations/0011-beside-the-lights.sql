-- What a person says of a computed light, beside it and never instead of it: which light it should be (override), or how
-- far its figures can be trusted (confidence). Rows are only added: the highest number stands, one without a value takes
-- the note back. `computed` is the light it was written beside.
create table city.light_note (
  city_id integer not null,
  month text collate "C" not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  subject_id uuid not null,
  kind text not null check (kind in ('override', 'confidence')),
  number integer not null check (number > 0),
  value text,
  computed text not null check (computed in ('green', 'yellow', 'red', 'grey')),
  evaluation_id uuid not null,
  reason text not null check (btrim(reason) <> ''),
  signed_by text not null,
  actor_id text not null,
  recorded_at timestamptz not null default now(),
  primary key (city_id, month, subject_id, kind, number),
  foreign key (city_id, subject_id) references city.subject (city_id, subject_id),
  check (value is null or value in ('green', 'yellow', 'red', 'grey') and kind = 'override'
    or value in ('high', 'medium', 'low') and kind = 'confidence')
);
create index light_note_subject on city.light_note (city_id, subject_id, month);

-- Read by every office of the city as the light itself; written by who sees the whole city.
alter table city.light_note enable row level security;
create policy light_note_read on city.light_note for select using (city_id = (select city.current_city()));
create policy light_note_add on city.light_note for insert
  with check (city_id = (select city.current_city()) and (select city.reaches_city()));
select city.append_only('city.light_note');

-- What a wall asks of a month: its red lights by what they lack, what has no plan, what was not reported.
create index evaluation_red on city.evaluation (city_id, month,
  (coalesce((inputs ->> 'planToMonthFen')::numeric, 0) - coalesce((inputs ->> 'actualToMonthFen')::numeric, 0)) desc)
  where results ->> 'overall' = 'red';
create index evaluation_unplanned on city.evaluation (city_id, month, subject_id)
  where inputs ->> 'planToMonthFen' is null;
create index evaluation_unreported on city.evaluation (city_id, month, subject_id)
  where inputs ->> 'actualToMonthFen' is null;
