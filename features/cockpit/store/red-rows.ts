import { namedQuery, type Tx } from '#db';
import type { EvaluationRow } from '#engines/indicators';
import { lastDayOf, type Month, yearOfMonth } from '#kernel/month';
import type { Candidate } from '../domain/importance.ts';
import type { MonthLight } from '../domain/red-run.ts';

type StoredCandidate = Omit<Candidate, 'shortfallFen'> & {
  readonly evaluationId: string;
  readonly shortfallFen: string;
};
export type RedCandidate = Candidate & { readonly evaluationId: string };

const shortfall = `(coalesce((e.inputs ->> 'planToMonthFen')::numeric, 0)
  - coalesce((e.inputs ->> 'actualToMonthFen')::numeric, 0))`;

/** Red lights of a month within the reader's scope, those that lack most first. */
export async function readRed(tx: Tx, month: Month, limit: number): Promise<RedCandidate[]> {
  const rows = await namedQuery<StoredCandidate>(
    tx,
    'cockpit-red',
    `with red as (
       select e.subject_id, e.evaluation_id, ${shortfall} as shortfall from city.evaluation e
       where e.city_id = $1 and e.month = $2 and e.results ->> 'overall' = 'red'
         and not exists (select 1 from city.light l where l.city_id = $1 and l.subject_id = e.subject_id
           and l.month = $2 and (l.as_of, l.evaluation_id) > (e.as_of, e.evaluation_id))
       order by ${shortfall} desc limit $3)
     select red.subject_id as "subjectId", red.evaluation_id as "evaluationId", red.shortfall as "shortfallFen",
       coalesce(m.total_fen, d.total_fen) as "totalFen",
       array(select g.group_id from city.subject_group g where g.city_id = $1 and g.subject_id = red.subject_id
         and g.group_kind = 'list' and g.from_on <= $5 and (g.to_on is null or g.to_on > $5)) as lists
     from red
     left join city.year_money m on m.city_id = $1 and m.project_id = red.subject_id and m.year = $4
     left join city.project_detail d on d.city_id = $1 and d.project_id = red.subject_id
     order by red.shortfall desc`,
    [tx.scope.cityId, month, limit, yearOfMonth(month), lastDayOf(month)],
  );
  return rows.map((row) => ({ ...row, shortfallFen: BigInt(row.shortfallFen) }));
}

export type RedRow = Pick<
  EvaluationRow,
  'evaluationId' | 'inputs' | 'results' | 'ruleSetId' | 'ruleSetNumber' | 'asOf'
> & {
  readonly subjectId: string;
  readonly number: string;
  readonly name: string;
  readonly district: string | null;
  readonly problem: string | null;
  readonly matter: string | null;
  readonly owners: readonly { readonly kind: string; readonly name: string }[];
  readonly months: readonly MonthLight[];
};

/** What is printed beside a few red lights: the project, who answers for it, what was reported, how long it is red. */
export async function readRedRows(tx: Tx, month: Month, evaluationIds: readonly string[]): Promise<RedRow[]> {
  if (evaluationIds.length === 0) return [];
  return namedQuery<RedRow>(
    tx,
    'cockpit-red-rows',
    `select e.subject_id as "subjectId", e.evaluation_id as "evaluationId", e.inputs, e.results,
       e.rule_set_id as "ruleSetId", e.rule_set_number as "ruleSetNumber", e.as_of as "asOf", p.number, p.name,
       o.name as district, r.problem, r.matter,
       coalesce((select json_agg(json_build_object('kind', h.kind, 'name', h.name) order by h.position)
         from city.responsibility h
         where h.city_id = $1 and h.project_id = e.subject_id and h.to_on is null), '[]') as owners,
       (select json_agg(json_build_object('month', s.month, 'overall', s.overall, 'firstRedOn', s.first_red_on)
           order by s.month desc)
         from (select l.month, (array_agg(l.overall order by l.as_of desc, l.evaluation_id desc))[1] as overall,
             min(l.as_of) filter (where l.overall = 'red') as first_red_on
           from city.light l where l.city_id = $1 and l.subject_id = e.subject_id and l.month <= $2
           group by l.month) s) as months
     from city.evaluation e
     join city.project p on p.city_id = $1 and p.project_id = e.subject_id
     left join city.project_district pd on pd.city_id = $1 and pd.project_id = e.subject_id and pd.position = 1
     left join city.organisation o on o.city_id = $1 and o.org_id = pd.org_id
     left join city.report r on r.city_id = $1 and r.subject_id = e.subject_id and r.month = $2
       and r.standing = 'verified' and r.number = (e.inputs ->> 'reportNumber')::integer
     where e.city_id = $1 and e.evaluation_id = any ($3::uuid[])`,
    [tx.scope.cityId, month, evaluationIds],
  );
}
