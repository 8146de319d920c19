-- What was answered to a write, so that the same request sent again acts once.
-- The answer is kept in the transaction of the act (null where it may be shown only once); a request that was
-- refused and undone leaves no row.
create table city.idempotency (
  city_id integer not null,
  account_id uuid not null,
  key text not null,
  fingerprint text not null,
  status integer,
  answer text,
  made_at timestamptz not null default now(),
  primary key (city_id, account_id, key)
);
create index idempotency_by_age on city.idempotency (city_id, made_at);
select city.protect('city.idempotency', 'city-wide');
