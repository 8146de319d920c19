import type { Db, Scope } from '#db';
import { asTableOwner } from '#db/testing';

/** Tables that tell of a project what only its holders and the whole city's offices see. */
export const detailTables: Readonly<Record<string, 'project_id' | 'subject_id'>> = {
  attachment: 'project_id',
  attachment_removal: 'project_id',
  evaluation: 'subject_id',
  list_verdict: 'project_id',
  milestone: 'project_id',
  plan_proposal: 'subject_id',
  plan_version: 'subject_id',
  project_change: 'project_id',
  project_detail: 'project_id',
  report: 'subject_id',
  report_draft: 'subject_id',
  report_row: 'subject_id',
  report_step: 'subject_id',
  responsibility_contact: 'project_id',
  secretary_visit: 'project_id',
  stage_change: 'project_id',
  start_check: 'project_id',
  start_evidence: 'project_id',
  statistics_fact: 'project_id',
  structure_part: 'project_id',
  year_decision: 'project_id',
  year_money: 'project_id',
  year_opening: 'project_id',
};

/** What a scope should see of them, as the owner of the tables finds it without any policy. */
export async function heldRows(db: Db, scope: Scope): Promise<Record<string, string[]>> {
  const parts = Object.entries(detailTables).map(
    ([name, column]) =>
      `select '${name}' as name, t::text as row from city.${name} t where ${heldCondition(scope, column)}`,
  );
  const rows = await asTableOwner(db, parts.join(' union all '));
  const found = Map.groupBy(rows, (row) => String(row['name']));
  return Object.fromEntries(
    Object.keys(detailTables).map((name) => [
      name,
      (found.get(name) ?? []).map((row) => String(row['row'])).sort(),
    ]),
  );
}

function heldCondition(scope: Scope, column: string): string {
  if (scope.reach !== 'holders') return `t.city_id = ${scope.cityId}`;
  const holders = scope.holders.map((one) => `'${one}'`).join(',') || 'null';
  return `t.city_id = ${scope.cityId} and t.${column} in (select s.project_id from city.project_scope s
    where s.city_id = ${scope.cityId} and s.holder_id in (${holders}))`;
}
