-- What verified reports say of amounts, start and entry, in the order in which evaluations read it: years of reports of
-- a whole city come from this index alone, without their texts and without sorting.
create index report_verified_statement on city.report (city_id, subject_id, month, number desc)
  include (received_on, withdrawn, cum_fen, started, actual_start, entered) where standing = 'verified';
