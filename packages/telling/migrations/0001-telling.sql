-- What people are told: in the inbox, and outward through the channels that they and the city chose.

-- One row per account and key: telling twice under one key tells once.
create table city.inbox (
  city_id integer not null,
  inbox_id uuid not null,
  account_id uuid not null,
  key text not null,
  kind text not null,
  urgency text not null check (urgency in ('normal', 'urgent')),
  title text not null,
  text text not null,
  object text not null,
  object_id text not null,
  path text not null,
  told_at timestamptz not null,
  read_at timestamptz,
  primary key (city_id, inbox_id),
  unique (city_id, key, account_id),
  foreign key (city_id, account_id) references city.account (city_id, account_id)
);
create index inbox_of_account on city.inbox (city_id, account_id, (read_at is not null), inbox_id desc);

-- Written by whoever makes something happen, read by whom it is addressed to alone.
alter table city.inbox enable row level security;
create policy inbox_add on city.inbox for insert with check (city_id = (select city.current_city()));
create policy inbox_read on city.inbox for select using (city_id = (select city.current_city())
  and (account_id::text = (select city.current_actor()) or (select current_setting('guatu.reach', true)) = 'system'));
create policy inbox_mark on city.inbox for update using (city_id = (select city.current_city())
  and account_id::text = (select city.current_actor()))
  with check (city_id = (select city.current_city()) and account_id::text = (select city.current_actor()));
revoke delete on city.inbox from guatu_app;

-- Who has been told under a key: the teller may not read the rows, but must not tell twice.
create function city.told_accounts(told_key text) returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$ select account_id from city.inbox where city_id = city.current_city() and key = told_key $$;

-- Ways out of the office. What opens them (passwords, tokens, signing keys) is sealed with a key kept outside the
-- database. An e-mail channel reaches persons; a robot or webhook reaches the group of the offices and roles named.
create table city.telling_channel (
  city_id integer not null,
  channel_id uuid not null,
  kind text not null check (kind in ('email', 'dingtalk', 'wecom', 'webhook')),
  name text not null,
  enabled boolean not null,
  address jsonb not null,
  sealed text,
  org_ids uuid[] not null default '{}',
  group_ids uuid[] not null default '{}',
  roles text[] not null default '{}',
  quiet_from integer not null check (quiet_from between 0 and 23),
  quiet_to integer not null check (quiet_to between 0 and 23),
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (city_id, channel_id),
  unique (city_id, name)
);
select city.protect('city.telling_channel', 'city-wide');

-- What an account chose. The hours are those of Asia/Shanghai; equal hours of quiet mean none.
create table city.telling_choice (
  city_id integer not null,
  account_id uuid not null,
  channels uuid[] not null,
  muted text[] not null,
  digest boolean not null,
  digest_hour integer not null check (digest_hour between 0 and 23),
  quiet_from integer not null check (quiet_from between 0 and 23),
  quiet_to integer not null check (quiet_to between 0 and 23),
  version integer not null default 1,
  primary key (city_id, account_id),
  foreign key (city_id, account_id) references city.account (city_id, account_id)
);
-- The teller must know the choice; only its owner makes it.
alter table city.telling_choice enable row level security;
create policy choice_read on city.telling_choice for select using (city_id = (select city.current_city()));
create policy choice_make on city.telling_choice for insert
  with check (city_id = (select city.current_city()) and account_id::text = (select city.current_actor()));
create policy choice_change on city.telling_choice for update
  using (city_id = (select city.current_city()) and account_id::text = (select city.current_actor()))
  with check (city_id = (select city.current_city()) and account_id::text = (select city.current_actor()));

-- Where an account's e-mail goes: read by its owner and by the program that sends.
create table city.telling_address (
  city_id integer not null,
  account_id uuid not null,
  email text not null,
  primary key (city_id, account_id),
  foreign key (city_id, account_id) references city.account (city_id, account_id)
);
alter table city.telling_address enable row level security;
create policy address_own on city.telling_address using (city_id = (select city.current_city())
  and (account_id::text = (select city.current_actor()) or (select current_setting('guatu.reach', true)) = 'system'))
  with check (city_id = (select city.current_city()) and account_id::text = (select city.current_actor()));

-- One row per message that has to leave. The id is derived from key, account and channel and never changes, so that
-- whoever receives a message twice can tell. `digest` rows wait to be gathered into one message of the day.
create table city.outward (
  city_id integer not null,
  message_id text not null,
  channel_id uuid not null,
  account_id uuid,
  key text not null,
  kind text not null,
  urgency text not null check (urgency in ('normal', 'urgent')),
  state text not null default 'waiting' check (state in ('waiting', 'gathered', 'sent', 'failed', 'dropped')),
  digest boolean not null default false,
  attempts integer not null default 0,
  next_at timestamptz not null,
  lease_id uuid,
  leased_until timestamptz,
  last_error text,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (city_id, message_id),
  foreign key (city_id, channel_id) references city.telling_channel (city_id, channel_id),
  foreign key (city_id, account_id) references city.account (city_id, account_id)
);
create index outward_due on city.outward (city_id, digest, next_at) where state = 'waiting';
create index outward_failed on city.outward (city_id, state, made_at) where state in ('failed', 'waiting');
create index outward_channel on city.outward (city_id, channel_id);
select city.protect('city.outward', 'city-wide');

-- What the message says: for the program that sends it, not for those who look after the channels.
create table city.outward_text (
  city_id integer not null,
  message_id text not null,
  title text not null,
  path text not null,
  primary key (city_id, message_id)
);
alter table city.outward_text enable row level security;
create policy outward_text_add on city.outward_text for insert with check (city_id = (select city.current_city()));
create policy outward_text_read on city.outward_text for select using (city_id = (select city.current_city())
  and (select current_setting('guatu.reach', true)) = 'system');
revoke update, delete on city.outward_text from guatu_app;

-- Addressees that reached nobody: no account in force, or all of them disabled.
create table city.telling_unreached (
  city_id integer not null,
  unreached_id uuid not null,
  key text not null,
  addressee text not null,
  kind text not null,
  object text not null,
  object_id text not null,
  told_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  primary key (city_id, unreached_id),
  unique (city_id, key, addressee)
);
create index telling_unreached_open on city.telling_unreached (city_id, told_at) where settled_at is null;
select city.protect('city.telling_unreached', 'city-wide');
