-- Counts what was changed on screen of the city's pack. Read with the session at every request, so that every instance
-- knows at once that the pack it holds is no longer the one in force.
alter table city.city add column pack_version integer not null default 0;
