-- 中期调整: a window in which plans of one year are proposed anew, and approved together citing a document.
create table city.plan_window (
  city_id integer not null,
  window_id uuid not null,
  year integer not null,
  opens_on date not null,
  closes_on date not null,
  document_number text not null,
  document_title text not null,
  document_day date not null,
  opened_by text not null,
  opened_at timestamptz not null default now(),
  primary key (city_id, window_id),
  check (opens_on <= closes_on)
);
create index plan_window_year on city.plan_window (city_id, year, opens_on);

-- How it ended: once.
create table city.plan_window_end (
  city_id integer not null,
  window_id uuid not null,
  outcome text not null check (outcome in ('approved', 'cancelled')),
  document_number text,
  document_title text,
  document_day date,
  approver text,
  reason text,
  effective_from text collate "C",
  plans integer not null default 0,
  ended_by text not null,
  ended_at timestamptz not null default now(),
  primary key (city_id, window_id),
  foreign key (city_id, window_id) references city.plan_window (city_id, window_id),
  check (outcome = 'cancelled' or (document_number is not null and approver is not null
    and effective_from is not null))
);

-- What is proposed for a project: the row with the highest number stands. plan_number: the version its author had in view.
create table city.plan_proposal (
  city_id integer not null,
  window_id uuid not null,
  subject_id uuid not null,
  number integer not null,
  plan_number integer not null,
  months_fen bigint[] not null check (cardinality(months_fen) = 12),
  reason text not null,
  withdrawn boolean not null,
  proposed_by text not null,
  proposed_at timestamptz not null default now(),
  primary key (city_id, window_id, subject_id, number),
  foreign key (city_id, window_id) references city.plan_window (city_id, window_id)
);

select city.protect('city.plan_window', 'city-wide');
select city.append_only('city.plan_window');
select city.protect('city.plan_window_end', 'city-wide');
select city.append_only('city.plan_window_end');
select city.protect_subject('city.plan_proposal');
select city.append_only('city.plan_proposal');

-- Windows are opened and ended by offices of the whole city.
do $$
declare t text;
begin
  foreach t in array array['plan_window', 'plan_window_end'] loop
    execute format('drop policy guatu_scope on city.%I', t);
    execute format('create policy %I on city.%I for select using (city_id = (select city.current_city()))',
      t || '_read', t);
    execute format('create policy %I on city.%I for insert with check (city_id = (select city.current_city())
      and (select city.reaches_city()))', t || '_add', t);
  end loop;
end $$;
