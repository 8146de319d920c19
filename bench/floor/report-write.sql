-- The report as reported and as verified, its step, the sums of its groups, its light, its trace, its answer.
-- $1 city, $2 project, $3 month, $4 number, $5 month's fen, $6 fen to the month, $7-$8 ids of reports, $9 day,
-- $10 who, $11 id of the step, $12 account, $13-$14 kinds and ids of groups, $15 what the sums grow by,
-- $16 id of the evaluation, $17 inputs, $18 results, $19 overall, $20 id of the trace, $21 its details, $22 key, $23 answer
with filed as (
  insert into city.report (city_id, subject_id, month, standing, number, report_id, month_fen, cum_fen, started,
    actual_start, progress_text, reporter, reported_on, received_on, correction_reason, recorded_by)
  select $1, $2, $3, standing, $4, id, $5, $6, true, '2025-03', '主体结构封顶，开始内部安装', $10, ($9::date)::text, $9::date,
    '核对后更正', $10
  from (values ('reported', $7::uuid), ('verified', $8::uuid)) both_of (standing, id)
), stepped as (
  insert into city.report_step (city_id, subject_id, month, entry_id, act, step, to_state, report_number, account_id, name)
  values ($1, $2, $3, $11, 'verify', 'verify', 'verified', $4, $12, $10)
), moved as (
  insert into city.report_row (city_id, subject_id, month, state, version, report_number, filled_by, filled_by_name, filled_at)
  values ($1, $2, $3, 'verified', 1, $4, $12, $10, now())
  on conflict (city_id, subject_id, month) do update set version = report_row.version + 1,
    report_number = excluded.report_number, filled_at = excluded.filled_at
), summed as (
  insert into city.rollup as kept (city_id, group_kind, group_id, month, actual_fen)
  select $1, kind, id, $3, $15 from unnest($13::text[], $14::text[]) g (kind, id) order by 2, 3
  on conflict (city_id, group_kind, group_id, month) do update set actual_fen = kept.actual_fen + excluded.actual_fen
), evaluated as (
  insert into city.evaluation (city_id, subject_id, month, as_of, evaluation_id, rule_set_id, rule_set_number, inputs,
    results, digest, recorded_by)
  values ($1, $2, $3, $9::date, $16, 'monthly', 1, $17::jsonb, $18::jsonb, md5(($17::jsonb)::text), $10)
), lit as (
  insert into city.light (city_id, subject_id, month, as_of, evaluation_id, overall, progress, start, statistics)
  values ($1, $2, $3, $9::date, $16, $19, $19, null, null)
), traced as (
  insert into city.audit (city_id, audit_id, account_id, actor_name, roles, ip, action, object, object_id, outcome, details)
  values ($1, $20, $12, $10, '{coordinator-clerk}', '127.0.0.1', 'report.fill', 'report', $7::uuid::text, 'done', $21)
)
insert into city.idempotency (city_id, account_id, key, fingerprint, status, answer)
values ($1, $12, $22, md5($22), 200, $23)
