import type { Scope } from '#db';

/** The condition by which the owner of the tables finds a scope's own rows in a table that follows the scope. */
export function heldCondition(scope: Scope, column: string): string {
  if (scope.reach !== 'holders') return `t.city_id = ${scope.cityId}`;
  const holders = scope.holders.map((one) => `'${one}'`).join(',') || 'null';
  return `t.city_id = ${scope.cityId} and t.${column} in (select s.project_id from city.project_scope s
    where s.city_id = ${scope.cityId} and s.holder_id in (${holders}))`;
}

/** Tables that tell of a project what only its holders and the whole city's offices see. */
export const detailTables: Readonly<Record<string, 'project_id' | 'subject_id'>> = {
  evaluation: 'subject_id',
  list_verdict: 'project_id',
  plan_version: 'subject_id',
  project_change: 'project_id',
  project_detail: 'project_id',
  report: 'subject_id',
  report_return: 'subject_id',
  responsibility_contact: 'project_id',
  stage_change: 'project_id',
  statistics_fact: 'project_id',
  year_money: 'project_id',
};
