-- What the two tables proposed for a locked month, with everything it was made from in canonical spelling and its SM3. One
-- per subject and month: rows are only added.
create table city.pressure_proposal (
  city_id integer not null,
  proposal_id uuid not null,
  month text collate "C" not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  subject_kind text not null check (subject_kind in ('project', 'unit')),
  subject_id uuid not null,
  document text not null,
  inputs text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  made_by text not null,
  made_at timestamptz not null,
  primary key (city_id, proposal_id),
  unique (city_id, month, subject_kind, subject_id)
);
create index pressure_proposal_subject on city.pressure_proposal (city_id, subject_kind, subject_id, month);

-- A letter with the figures it was composed from, frozen. The recipient stands on every row beneath it as well, so that row
-- security asks no other table.
create table city.letter (
  city_id integer not null,
  letter_id uuid not null,
  form text not null check (form in ('warning', 'reminder', 'assignment', 'rectification', 'supervision', 'interview')),
  proposal_id uuid,
  project_id uuid,
  org_id uuid not null,
  signs text not null check (signs in ('coordinator-head', 'government-office', 'supervision-office', 'leader')),
  working_days integer not null check (working_days between 1 and 120),
  figures text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  account_id uuid not null,
  person_id uuid,
  composed_by text not null,
  composed_at timestamptz not null,
  primary key (city_id, letter_id),
  unique (city_id, proposal_id),
  foreign key (city_id, proposal_id) references city.pressure_proposal (city_id, proposal_id)
);
create index letter_project on city.letter (city_id, project_id) where project_id is not null;
create index letter_org on city.letter (city_id, org_id);

-- What a person decided of a proposal: a letter, or none with the reason. The last stands.
create table city.pressure_decision (
  city_id integer not null,
  proposal_id uuid not null,
  number integer not null check (number > 0),
  decision text not null check (decision in ('issue', 'none')),
  reason text,
  account_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (city_id, proposal_id, number),
  foreign key (city_id, proposal_id) references city.pressure_proposal (city_id, proposal_id),
  check (decision = 'issue' or btrim(reason) <> '')
);

-- What was done with a letter, in order: where it stands follows from these.
create table city.letter_step (
  city_id integer not null,
  letter_id uuid not null,
  number integer not null,
  org_id uuid not null,
  act text not null check (act in ('submit', 'return', 'check', 'countersign', 'sign', 'number', 'seal', 'issue',
    'archive')),
  opinion text,
  details jsonb not null default '{}',
  account_id uuid not null,
  person_id uuid,
  by_name text not null,
  at timestamptz not null,
  primary key (city_id, letter_id, number),
  foreign key (city_id, letter_id) references city.letter (city_id, letter_id)
);

-- Its sentences: each edit is a further row, the highest number stands. Figures are named in them, never written.
create table city.letter_wording (
  city_id integer not null,
  letter_id uuid not null,
  number integer not null,
  wording jsonb not null,
  account_id uuid not null,
  person_id uuid,
  by_name text not null,
  at timestamptz not null,
  primary key (city_id, letter_id, number),
  foreign key (city_id, letter_id) references city.letter (city_id, letter_id)
);

-- Proposals and what was decided of them are for offices of the whole city. A letter is theirs too, and once issued its
-- recipient's; of its steps the recipient sees its issue and what came after, not
-- what was said on the way.
do $$
declare
  target text;
  inside text := 'city_id = (select city.current_city())';
  whole text := '(select city.reaches_city())';
  mine text := 'org_id = any ((select city.current_holders())::uuid[])';
  issued text := 'exists (select 1 from city.letter_step s where s.city_id = (select city.current_city())
    and s.letter_id = %I.letter_id and s.act = ''issue'')';
begin
  foreach target in array array['pressure_proposal', 'pressure_decision', 'letter', 'letter_step', 'letter_wording'] loop
    execute format('alter table city.%I enable row level security', target);
    execute format('create policy guatu_add on city.%I for insert with check (%s and %s)', target, inside, whole);
    perform city.append_only(format('city.%I', target)::regclass);
  end loop;
  foreach target in array array['pressure_proposal', 'pressure_decision'] loop
    execute format('create policy guatu_read on city.%I for select using (%s and %s)', target, inside, whole);
  end loop;
  execute format('create policy guatu_read on city.letter_step for select using (%s and (%s or (%s
    and act in (''issue'', ''archive''))))', inside, whole, mine);
  execute format('create policy guatu_read on city.letter for select using (%s and (%s or (%s and ' ||
    format(issued, 'letter') || ')))', inside, whole, mine);
  execute format('create policy guatu_read on city.letter_wording for select using (%s and (%s or exists (
    select 1 from city.letter l where l.city_id = (select city.current_city())
      and l.letter_id = letter_wording.letter_id)))', inside, whole);
end $$;

-- The printed letter and the scan of the stamped one are its recipient's as well.
create policy issued_letter on city.file for select using (
  city_id = (select city.current_city())
  and exists (
    select 1 from city.letter_step kept
    where kept.city_id = (select city.current_city()) and kept.act = 'issue'
      and kept.org_id = any ((select city.current_holders())::uuid[])
      and file.file_id::text in (
        kept.details ->> 'fileId', kept.details ->> 'pdfFileId', kept.details ->> 'docxFileId')));
