-- A page of the library is found from indexes alone: which projects are alive with their numbers, and what a year's
-- list says of their money, in the order of their ids.
create index project_alive on city.project (city_id, project_id) include (number) where withdrawn_at is null;
create index year_money_amounts on city.year_money (city_id, year, project_id) include (total_fen, plan_year_fen);
drop index city.year_money_year;
