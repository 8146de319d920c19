-- The latest month with lights, and the latest day they are of.
create index light_days on city.light (city_id, month, as_of);
