-- Organisations, their other names, groups, posts, people.
-- slug is the pack's id; pack_row keeps the values last taken from the pack, so that a later pack and an edit on
-- screen can be told apart field by field.
create table city.organisation (
  city_id integer not null,
  org_id uuid not null,
  slug text not null,
  kind text not null,
  code text,
  name text not null,
  short_name text not null,
  parent_id uuid,
  official_order integer not null,
  valid_from date,
  valid_to date,
  successor_id uuid,
  pack_row jsonb,
  version integer not null default 1,
  primary key (city_id, org_id),
  unique (city_id, slug),
  foreign key (city_id, parent_id) references city.organisation (city_id, org_id),
  foreign key (city_id, successor_id) references city.organisation (city_id, org_id)
);
create index organisation_parent on city.organisation (city_id, parent_id);
create index organisation_order on city.organisation (city_id, official_order);

-- Every spelling that names one organisation, its own name included.
create table city.organisation_alias (
  city_id integer not null,
  alias_normal text not null,
  org_id uuid not null,
  alias text not null,
  source text not null check (source in ('name', 'pack', 'screen')),
  primary key (city_id, alias_normal),
  foreign key (city_id, org_id) references city.organisation (city_id, org_id)
);
create index organisation_alias_org on city.organisation_alias (city_id, org_id);

create table city.organisation_group (
  city_id integer not null,
  group_id uuid not null,
  slug text not null,
  name text not null,
  aliases text[] not null default '{}',
  official_order integer not null default 0,
  source text not null check (source in ('pack', 'screen')),
  version integer not null default 1,
  primary key (city_id, group_id),
  unique (city_id, slug)
);

create table city.organisation_group_member (
  city_id integer not null,
  group_id uuid not null,
  org_id uuid not null,
  source text not null check (source in ('pack', 'screen')),
  primary key (city_id, group_id, org_id),
  foreign key (city_id, group_id) references city.organisation_group (city_id, group_id),
  foreign key (city_id, org_id) references city.organisation (city_id, org_id)
);
create index organisation_group_member_org on city.organisation_group_member (city_id, org_id);

-- What was changed in an organisation, by whom and why: only ever added to.
create table city.organisation_change (
  city_id integer not null,
  change_id uuid not null,
  org_id uuid not null,
  version integer not null,
  source text not null check (source in ('pack', 'screen')),
  before jsonb,
  after jsonb not null,
  reason text,
  on_day date not null,
  actor_id text not null,
  recorded_at timestamptz not null default now(),
  primary key (city_id, change_id),
  foreign key (city_id, org_id) references city.organisation (city_id, org_id)
);
create index organisation_change_org on city.organisation_change (city_id, org_id, recorded_at);

create table city.post (
  city_id integer not null,
  post_id uuid not null,
  org_id uuid not null,
  title text not null,
  official_order integer not null default 0,
  valid_from date,
  valid_to date,
  version integer not null default 1,
  primary key (city_id, post_id),
  foreign key (city_id, org_id) references city.organisation (city_id, org_id)
);
create index post_org on city.post (city_id, org_id, official_order);

create table city.person (
  city_id integer not null,
  person_id uuid not null,
  name text not null,
  org_id uuid,
  version integer not null default 1,
  primary key (city_id, person_id),
  foreign key (city_id, org_id) references city.organisation (city_id, org_id)
);
create index person_org on city.person (city_id, org_id);
create index person_name on city.person (city_id, name);

-- Telephone numbers lie apart from the names: their rows follow the scope of the office.
create table city.person_contact (
  city_id integer not null,
  person_id uuid not null,
  org_id uuid,
  phone text not null,
  primary key (city_id, person_id),
  foreign key (city_id, person_id) references city.person (city_id, person_id)
);

create table city.appointment (
  city_id integer not null,
  appointment_id uuid not null,
  person_id uuid not null,
  post_id uuid not null,
  from_on date not null,
  to_on date,
  primary key (city_id, appointment_id),
  foreign key (city_id, person_id) references city.person (city_id, person_id),
  foreign key (city_id, post_id) references city.post (city_id, post_id),
  check (to_on is null or to_on >= from_on)
);
create index appointment_person on city.appointment (city_id, person_id);
create index appointment_post on city.appointment (city_id, post_id);

-- Every organisation with all below it, itself included.
create view city.v_organisation_descendant with (security_invoker = true) as
with recursive below as (
  select o.city_id, o.org_id, o.org_id as descendant_id from city.organisation o
  union
  select b.city_id, b.org_id, o.org_id from below b
  join city.organisation o on o.city_id = b.city_id and o.parent_id = b.descendant_id
)
select city_id, org_id, descendant_id from below;
