-- What came in from outside the offices: raised on the public pages, taken by telephone, or a ticket of 12345. The matter
-- says what becomes of it; here is how it came, in which language, and the code its raiser follows it with.
create table city.petition (
  city_id integer not null,
  petition_id uuid not null,
  matter_id uuid not null,
  kind text not null,
  channel text not null check (channel in ('portal', 'call', 'ticket')),
  language text not null default 'zh' check (language in ('zh', 'en', 'ja', 'ko')),
  credit_code text,
  district_id uuid,
  -- One form sent twice is one petition; kept is its hash, since the code is derived from what it is of.
  submission_hash text,
  content_hash text not null,
  -- Of those raised on the public pages; the code itself is shown once and kept nowhere.
  code_hash text,
  taken_by uuid,
  taken_org uuid,
  -- Answered while the caller was on the line: closed with the answer, by the office that took the call.
  answered_at_once boolean not null default false,
  taken_on date not null,
  taken_at timestamptz not null,
  primary key (city_id, petition_id),
  unique (city_id, matter_id),
  unique (city_id, submission_hash),
  foreign key (city_id, matter_id) references city.matter (city_id, matter_id),
  check ((channel = 'portal') = (code_hash is not null))
);
create index petition_content on city.petition (city_id, kind, content_hash, taken_on);
create index petition_day on city.petition (city_id, taken_on);

alter table city.petition enable row level security;
create policy guatu_scope on city.petition using (city_id = (select city.current_city())
  and ((select city.reaches_city()) or petition_id = any ((select city.current_holders())::uuid[])
    or exists (select 1 from city.matter m
      where m.city_id = (select city.current_city()) and m.matter_id = petition.matter_id)))
  with check (city_id = (select city.current_city()));
select city.append_only('city.petition');

-- Who it is: apart from the matter, whose events are shown to many. Read by offices of the whole city, by the unit that
-- leads and by the office that took the call; units that support do not see it.
create table city.petitioner (
  city_id integer not null,
  petition_id uuid not null,
  enterprise text,
  name text,
  phone text,
  -- Digits only, to find earlier calls of the same number by.
  phone_digits text,
  email text,
  address text,
  confidential boolean not null default false,
  primary key (city_id, petition_id),
  foreign key (city_id, petition_id) references city.petition (city_id, petition_id)
);
create index petitioner_phone on city.petitioner (city_id, phone_digits) where phone_digits is not null;

alter table city.petitioner enable row level security;
create policy guatu_scope on city.petitioner using (city_id = (select city.current_city())
  and ((select city.reaches_city()) or exists (
    select 1 from city.petition p
    join city.matter m on m.city_id = p.city_id and m.matter_id = p.matter_id
    where p.city_id = (select city.current_city()) and p.petition_id = petitioner.petition_id
      and (m.lead = any ((select city.current_holders())::uuid[])
        or p.taken_org = any ((select city.current_holders())::uuid[])))))
  with check (city_id = (select city.current_city()));
select city.append_only('city.petitioner');

-- Calls back to those who were answered; what they said goes into the matter as an action.
create table city.call_back (
  city_id integer not null,
  call_back_id uuid not null,
  matter_id uuid not null,
  outcome text not null check (outcome in ('satisfied', 'dissatisfied', 'not-reached')),
  satisfaction smallint check (satisfaction between 1 and 5),
  note text,
  account_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (city_id, call_back_id),
  foreign key (city_id, matter_id) references city.matter (city_id, matter_id),
  check ((outcome = 'satisfied') = (satisfaction is not null))
);
create index call_back_matter on city.call_back (city_id, matter_id, at);
alter table city.call_back enable row level security;
create policy guatu_scope on city.call_back using (city_id = (select city.current_city())
  and ((select city.reaches_city()) or exists (select 1 from city.matter m
    where m.city_id = (select city.current_city()) and m.matter_id = call_back.matter_id)))
  with check (city_id = (select city.current_city()));
select city.append_only('city.call_back');

-- Wrong codes, counted per number asked for (whether it exists or not) and per address; both only as hashes.
create table city.petition_attempt (
  city_id integer not null,
  key text not null,
  failed integer not null,
  locked_until timestamptz,
  at timestamptz not null,
  primary key (city_id, key)
);
create index petition_attempt_at on city.petition_attempt (city_id, at);
select city.protect('city.petition_attempt', 'city-wide');

-- Somebody without an account sees nothing until the code is right. These tell the program as much as it must know
-- before that, and no more.
create function city.petition_by_number(asked text)
  returns table (petition_id uuid, matter_id uuid, code_hash text)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$ select p.petition_id, p.matter_id, p.code_hash
    from city.matter m join city.petition p on p.city_id = m.city_id and p.matter_id = m.matter_id
    where m.city_id = city.current_city() and m.number = asked and m.source = 'portal'
      and m.kind in ('appeal', 'aid', 'foreign-complaint') and p.code_hash is not null $$;

create function city.petition_by_submission(asked text)
  returns table (number text, content_hash text)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$ select m.number, p.content_hash
    from city.petition p join city.matter m on m.city_id = p.city_id and m.matter_id = p.matter_id
    where p.city_id = city.current_city() and p.submission_hash = asked $$;

create function city.petition_of_content(asked_kind text, asked text, since date)
  returns table (number text)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$ select m.number
    from city.petition p join city.matter m on m.city_id = p.city_id and m.matter_id = p.matter_id
    where p.city_id = city.current_city() and p.kind = asked_kind and p.content_hash = asked
      and p.taken_on >= since and m.closed_at is null
    order by p.taken_at desc limit 1 $$;
