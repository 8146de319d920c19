-- Counted elsewhere: from a month on another card's money stands for this one's (拆分, 合并, 打捆), and this one counts
-- nowhere. A month, because sums are by month; until: the first month in which it counts again.
alter table city.project
  add column apart_from text collate "C" check (apart_from ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  add column apart_until text collate "C" check (apart_until ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  add column apart_reason text,
  add constraint project_apart check ((apart_from is null) = (apart_reason is null)
    and (apart_until is null or apart_until >= apart_from));

alter table city.project_link drop constraint project_link_kind_check;
alter table city.project_link add constraint project_link_kind_check
  check (kind in ('duplicate-of', 'merged-into', 'split-from', 'same-sponsor', 'related', 'part-of'));

create function city.counts_in(project city.project, month text) returns boolean
language sql stable
begin atomic
  select project.apart_from is null or month collate "C" < project.apart_from
    or coalesce(month collate "C" >= project.apart_until, false);
end;
