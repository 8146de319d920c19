-- Standing groups: joint meetings, commands and task forces. Members as they are written in the document that set them up.
create table city.dispatch_group (
  city_id integer not null,
  group_id uuid not null,
  kind text not null check (kind in ('joint', 'command', 'task-force')),
  name text not null check (btrim(name) <> ''),
  scope text not null default '',
  chief text not null default '',
  members jsonb not null default '[]',
  since date not null,
  until date check (until >= since),
  work_plan text not null default '',
  version integer not null default 1 check (version > 0),
  by_name text not null,
  at timestamptz not null,
  primary key (city_id, group_id)
);
create unique index dispatch_group_name on city.dispatch_group (city_id, name) where until is null;
select city.protect('city.dispatch_group', 'city-wide');
revoke delete, truncate on city.dispatch_group from guatu_app;

-- Name, day, place and who is invited: known in the whole city. What is said there lies in the tables below.
create table city.meeting (
  city_id integer not null,
  meeting_id uuid not null,
  cadence text,
  group_id uuid,
  title text not null check (btrim(title) <> ''),
  kind text not null,
  level text not null,
  period text,
  -- Whose field it is, and the departments whose projects its agenda is made from; none: the whole city.
  field text not null default '',
  departments uuid[] not null default '{}',
  held_on date not null,
  held_at text check (held_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  place text not null default '',
  chair text not null default '',
  invited uuid[] not null default '{}',
  others text not null default '',
  comments_from date,
  comments_to date check (comments_to >= comments_from),
  agenda_as_of date,
  state text not null default 'preparing' check (state in ('preparing', 'closed', 'cancelled')),
  state_reason text,
  present text,
  absent text,
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  invited_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1 check (version > 0),
  account_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (city_id, meeting_id),
  foreign key (city_id, group_id) references city.dispatch_group (city_id, group_id),
  check ((state = 'closed') = (digest is not null))
);
create index meeting_day on city.meeting (city_id, held_on);
create index meeting_group on city.meeting (city_id, group_id, held_on) where group_id is not null;
select city.protect('city.meeting', 'city-wide');
revoke delete, truncate on city.meeting from guatu_app;

-- Seen by the offices of the whole city and by whoever is invited.
create function city.sees_meeting(of_city integer, meeting uuid) returns boolean
  language sql stable
  as $$ select (select city.reaches_city()) or exists (select 1 from city.meeting m
    where m.city_id = of_city and m.meeting_id = meeting and m.invited && (select city.current_holders())) $$;

create table city.meeting_item (
  city_id integer not null,
  meeting_id uuid not null,
  item_id uuid not null,
  position integer not null,
  source text not null check (source in ('undone', 'matter', 'newly-red', 'worsened', 'common', 'gap', 'hand')),
  -- What it stands for: the same is proposed once, and what was taken off does not come back by itself.
  source_key text not null,
  title text not null check (btrim(title) <> ''),
  project_id uuid,
  matter_id uuid,
  lead uuid,
  by_name text not null,
  at timestamptz not null,
  removed_reason text,
  removed_by text,
  removed_at timestamptz,
  primary key (city_id, meeting_id, item_id),
  unique (city_id, meeting_id, source_key),
  foreign key (city_id, meeting_id) references city.meeting (city_id, meeting_id),
  check ((removed_at is null) = (removed_reason is null))
);
revoke delete, truncate on city.meeting_item from guatu_app;

-- The sheet of an item, with figures and causes: for the offices of the whole city and those whose project or matter it is.
create table city.meeting_sheet (
  city_id integer not null,
  meeting_id uuid not null,
  item_id uuid not null,
  holders uuid[] not null default '{}',
  sheet jsonb not null,
  primary key (city_id, meeting_id, item_id),
  foreign key (city_id, meeting_id, item_id) references city.meeting_item (city_id, meeting_id, item_id)
);
alter table city.meeting_sheet enable row level security;
create policy guatu_scope on city.meeting_sheet using (city_id = (select city.current_city())
  and ((select city.reaches_city()) or holders && (select city.current_holders())))
  with check (city_id = (select city.current_city()) and (select city.reaches_city()));
revoke delete, truncate on city.meeting_sheet from guatu_app;

-- One box per item and unit; the unit reads its own, the offices of the city all.
create table city.meeting_comment (
  city_id integer not null,
  meeting_id uuid not null,
  item_id uuid not null,
  org_id uuid not null,
  text text not null check (btrim(text) <> ''),
  version integer not null default 1 check (version > 0),
  by_name text not null,
  at timestamptz not null,
  primary key (city_id, meeting_id, item_id, org_id),
  foreign key (city_id, meeting_id, item_id) references city.meeting_item (city_id, meeting_id, item_id)
);
alter table city.meeting_comment enable row level security;
create policy guatu_scope on city.meeting_comment using (city_id = (select city.current_city())
  and ((select city.reaches_city()) or org_id = any ((select city.current_holders())::uuid[])))
  with check (city_id = (select city.current_city())
  and ((select city.reaches_city()) or org_id = any ((select city.current_holders())::uuid[])));
revoke delete, truncate on city.meeting_comment from guatu_app;

-- What was decided, in the words of the minutes; with a lead it is a task, from the moment it is written down.
create table city.meeting_decision (
  city_id integer not null,
  meeting_id uuid not null,
  decision_id uuid not null,
  item_id uuid,
  number integer not null check (number > 0),
  text text not null check (btrim(text) <> ''),
  lead uuid,
  support uuid[] not null default '{}',
  due_on date,
  matter_id uuid,
  by_name text not null,
  at timestamptz not null,
  withdrawn_reason text,
  withdrawn_by text,
  withdrawn_at timestamptz,
  primary key (city_id, meeting_id, decision_id),
  unique (city_id, meeting_id, number),
  foreign key (city_id, meeting_id) references city.meeting (city_id, meeting_id),
  foreign key (city_id, meeting_id, item_id) references city.meeting_item (city_id, meeting_id, item_id),
  foreign key (city_id, matter_id) references city.matter (city_id, matter_id),
  check ((lead is null) = (due_on is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index meeting_decision_matter on city.meeting_decision (city_id, matter_id);
revoke delete, truncate on city.meeting_decision from guatu_app;

do $$
declare
  target text;
begin
  foreach target in array array['meeting_item', 'meeting_decision'] loop
    execute format('alter table city.%I enable row level security', target);
    execute format('create policy guatu_scope on city.%I using (city_id = (select city.current_city())
      and (select city.sees_meeting(city_id, meeting_id)))
      with check (city_id = (select city.current_city()) and (select city.reaches_city()))', target);
  end loop;
end $$;

-- Agenda, figures, comments and decisions as they stood when it was closed, in their canonical spelling.
create table city.meeting_record (
  city_id integer not null,
  meeting_id uuid not null,
  record text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  primary key (city_id, meeting_id),
  foreign key (city_id, meeting_id) references city.meeting (city_id, meeting_id)
);
alter table city.meeting_record enable row level security;
create policy guatu_scope on city.meeting_record using (city_id = (select city.current_city())
  and (select city.reaches_city())) with check (city_id = (select city.current_city()) and (select city.reaches_city()));
select city.append_only('city.meeting_record');

-- The address of somebody's calendar feed is a secret: of it only the digest is kept.
create table city.calendar_feed (
  city_id integer not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  account_id uuid not null,
  at timestamptz not null,
  revoked_at timestamptz,
  primary key (city_id, digest)
);
create unique index calendar_feed_account on city.calendar_feed (city_id, account_id) where revoked_at is null;
select city.protect('city.calendar_feed', 'city-wide');
revoke delete, truncate on city.calendar_feed from guatu_app;
