-- How many of each sort the data proposed beyond those that were put on the agenda.
alter table city.meeting add column agenda_left jsonb not null default '{}';
