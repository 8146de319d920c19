-- What was uploaded or made: the content lies in the file store under its hash, here is what is known of it.
-- The same content sent twice is two rows and one content. Rows are never changed.
create table city.file (
  city_id integer not null,
  file_id uuid not null,
  hash text collate "C" not null check (hash ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes > 0),
  media_type text not null,
  name text not null check (name <> '' and name !~ '[/\\]'),
  uploaded_by text not null,
  uploaded_at timestamptz not null default now(),
  primary key (city_id, file_id)
);
create index file_by_hash on city.file (city_id, hash);
select city.protect('city.file', 'city-wide');
select city.append_only('city.file');
