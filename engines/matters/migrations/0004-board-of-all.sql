-- The board of whoever sees all matters, whoever leads: the first of each column in the order of their due instants.
create index matter_due on city.matter (city_id, due_at, matter_id) where closed_at is null;
