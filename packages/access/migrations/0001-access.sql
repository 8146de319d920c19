-- Accounts, roles, sessions.

create table city.account (
  city_id integer not null,
  account_id uuid not null,
  login text not null check (login = lower(login)),
  display_name text not null,
  person_id uuid,
  password_hash text not null,
  must_change boolean not null default true,
  failed_count integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  version integer not null default 1,
  primary key (city_id, account_id),
  unique (city_id, login)
);
select city.protect('city.account', 'city-wide');

-- A grant holds from from_on and no longer on to_on. It is ended, never removed.
create table city.role_grant (
  city_id integer not null,
  grant_id uuid not null,
  account_id uuid not null,
  role text not null,
  org_id uuid,
  from_on date not null,
  to_on date check (to_on >= from_on),
  granted_by uuid not null check (granted_by <> account_id),
  granted_at timestamptz not null default now(),
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (city_id, grant_id),
  foreign key (city_id, account_id) references city.account (city_id, account_id)
);
create index role_grant_account on city.role_grant (city_id, account_id);
select city.protect('city.role_grant', 'city-wide');

-- Only the hash of a token is kept: who reads this table cannot act with it.
create table city.session (
  city_id integer not null,
  session_id uuid not null,
  token_hash text not null,
  account_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ip text,
  user_agent text,
  primary key (city_id, session_id),
  unique (city_id, token_hash),
  foreign key (city_id, account_id) references city.account (city_id, account_id)
);
create index session_account on city.session (city_id, account_id);
select city.protect('city.session', 'city-wide');
