-- Evaluations are written a month of the whole city at a time, and read by their month: by a key that begins with it they
-- go to its end, where one that began with the subject had them written all over it.
alter table city.evaluation drop constraint evaluation_pkey;
drop index city.evaluation_by_month;
alter table city.evaluation add primary key (city_id, month, subject_id, as_of, evaluation_id);
