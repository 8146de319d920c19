-- A policy document handed in: its text, what the reader found in it (kept as read), and the review people make of that.
-- `units` are the organisations its task sheet names: they see it from the consultation on.
create table city.policy_document (
  city_id integer not null,
  document_id uuid not null,
  state text not null check (state in ('review', 'consulting', 'issued', 'dropped')),
  title text not null check (btrim(title) <> ''),
  doc_number text,
  issuer text,
  issue_date date,
  file_id uuid not null,
  source_text text not null,
  extraction jsonb not null,
  review jsonb not null,
  units uuid[] not null default '{}',
  version integer not null default 1 check (version > 0),
  uploaded_by uuid not null,
  uploader text not null,
  uploaded_at timestamptz not null,
  edited_by text not null,
  edited_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  consult_until date,
  issued_on date,
  issued_by text,
  primary key (city_id, document_id),
  foreign key (city_id, file_id) references city.file (city_id, file_id),
  check ((state = 'issued') = (issued_on is not null)),
  check (state not in ('consulting', 'issued') or (confirmed_by is not null and consult_until is not null))
);
create index policy_document_file on city.policy_document (city_id, file_id);
create index policy_document_state on city.policy_document (city_id, state, uploaded_at);

-- The measures of an issued document; each is a matter and seen by whoever sees that.
create table city.policy_measure (
  city_id integer not null,
  document_id uuid not null,
  measure_id uuid not null,
  matter_id uuid not null,
  position integer not null check (position > 0),
  no text not null,
  chapter text,
  title text not null,
  lead uuid[] not null default '{}',
  support uuid[] not null default '{}',
  targets jsonb not null,
  due_on date,
  cadence text not null,
  primary key (city_id, document_id, measure_id),
  unique (city_id, measure_id),
  unique (city_id, matter_id),
  foreign key (city_id, document_id) references city.policy_document (city_id, document_id),
  foreign key (city_id, matter_id) references city.matter (city_id, matter_id)
);

-- What a unit says to the task sheet before it is issued, and what became of it.
create table city.policy_response (
  city_id integer not null,
  document_id uuid not null,
  response_id uuid not null,
  org_id uuid not null,
  agrees boolean not null,
  measure_key text,
  text text,
  account_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  accepted boolean,
  answer text,
  answered_by text,
  answered_at timestamptz,
  primary key (city_id, document_id, response_id),
  foreign key (city_id, document_id) references city.policy_document (city_id, document_id),
  check (agrees or btrim(text) <> ''),
  check ((accepted is null) = (answered_at is null))
);

-- A number reached by a day, as a unit reported it. A correction is a further row.
create table city.measure_figure (
  city_id integer not null,
  measure_id uuid not null,
  target integer not null check (target >= 0),
  number integer not null check (number > 0),
  org_id uuid,
  on_day date not null,
  value numeric not null,
  by_name text not null,
  at timestamptz not null,
  primary key (city_id, measure_id, target, number),
  foreign key (city_id, measure_id) references city.policy_measure (city_id, measure_id)
);

-- What everybody may see of a document: the very content whose secrecy review is recorded. The last row stands.
create table city.policy_publication (
  city_id integer not null,
  document_id uuid not null,
  number integer not null check (number > 0),
  content jsonb not null,
  withdrawn boolean not null default false,
  opinion text not null check (btrim(opinion) <> ''),
  reviewed_by text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (city_id, document_id, number),
  foreign key (city_id, document_id) references city.policy_document (city_id, document_id)
);
select city.protect('city.policy_publication', 'city-wide');
select city.append_only('city.policy_publication');

do $$
declare
  target text;
  inside text := 'city_id = (select city.current_city())';
  whole text := '(select city.reaches_city())';
  mine text := '&& (select city.current_holders())';
begin
  foreach target in array array['policy_document', 'policy_measure', 'policy_response', 'measure_figure'] loop
    execute format('alter table city.%I enable row level security', target);
    execute format('revoke delete, truncate on city.%I from guatu_app', target);
  end loop;
  execute format('create policy guatu_scope on city.policy_measure using (%s and (%s or exists (
    select 1 from city.matter m where m.city_id = (select city.current_city())
      and m.matter_id = policy_measure.matter_id)))', inside, whole);
  execute format('create policy guatu_scope on city.policy_document using (%s and (%s or (state in (''consulting'', ''issued'')
    and (units %s or exists (select 1 from city.policy_measure m where m.city_id = (select city.current_city())
      and m.document_id = policy_document.document_id)))))', inside, whole, mine);
  execute format('create policy guatu_scope on city.policy_response using (%s and (%s or array[org_id] %s))',
    inside, whole, mine);
  execute format('create policy guatu_scope on city.measure_figure using (%s and (%s or exists (
    select 1 from city.policy_measure m where m.city_id = (select city.current_city())
      and m.measure_id = measure_figure.measure_id)))', inside, whole);
end $$;
select city.append_only('city.measure_figure');

-- The file is read by whoever sees the document.
create policy policy_file on city.file for select using (
  city_id = (select city.current_city())
  and exists (
    select 1 from city.policy_document d
    where d.city_id = (select city.current_city()) and d.file_id = file.file_id));
