import { namedQuery, type Tx } from '#db';
import type { EvaluationRow } from '#engines/indicators';
import type { Light } from '#kernel/light';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';

/** The light of a project in a month as it stood on a day, with the figures it was made from. */
export type CourseRow = {
  readonly projectId: string;
  readonly month: Month;
  readonly overall: Light | null;
  readonly evaluationId: string;
  readonly planFen: `${bigint}` | null;
  readonly actualFen: `${bigint}` | null;
};

/** One question for all projects and the few months compared; figures only within the reader's scope. */
export async function readCourses(tx: Tx, months: readonly Month[], asOf: PlainDate): Promise<CourseRow[]> {
  return namedQuery<CourseRow>(
    tx,
    'dispatch-courses',
    `select l.subject_id as "projectId", l.month, l.overall, l.evaluation_id as "evaluationId",
       e.inputs ->> 'planToMonthFen' as "planFen", e.inputs ->> 'actualToMonthFen' as "actualFen"
     from (select distinct on (n.subject_id, n.month) n.* from city.light n
       where n.city_id = $1 and n.month = any ($2::text[]) and n.as_of <= $3
       order by n.subject_id, n.month, n.as_of desc, n.evaluation_id desc) l
     left join city.evaluation e on e.city_id = $1 and e.subject_id = l.subject_id and e.month = l.month
       and e.as_of = l.as_of and e.evaluation_id = l.evaluation_id
     where l.overall is not null`,
    [tx.scope.cityId, months, asOf],
  );
}

/** The latest month that was lit by a day. */
export async function litMonthOn(tx: Tx, asOf: PlainDate): Promise<Month | undefined> {
  const [row] = await namedQuery<{ readonly month: Month | null }>(
    tx,
    'dispatch-lit-month',
    'select max(month) as month from city.light where city_id = $1 and as_of <= $2',
    [tx.scope.cityId, asOf],
  );
  return row?.month ?? undefined;
}

export type SheetProject = {
  readonly projectId: string;
  readonly number: string;
  readonly name: string;
  readonly district: string | null;
  readonly districtIds: readonly string[];
  /** Who reaches its details. */
  readonly holders: readonly string[];
  readonly owners: readonly { readonly kind: string; readonly name: string; readonly orgId: string | null }[];
  /** What the report of the month says is in the way. */
  readonly cause: string | null;
  readonly evaluation: Pick<
    EvaluationRow,
    'inputs' | 'results' | 'ruleSetId' | 'ruleSetNumber' | 'asOf'
  > | null;
};

/** What the sheets of a few projects need, in one question. */
export async function readSheetProjects(
  tx: Tx,
  projectIds: readonly string[],
  { month, evaluationIds }: { readonly month: Month; readonly evaluationIds: readonly string[] },
): Promise<Map<string, SheetProject>> {
  if (projectIds.length === 0) return new Map();
  const rows = await namedQuery<SheetProject>(
    tx,
    'dispatch-sheet-projects',
    `select p.project_id as "projectId", p.number, p.name, o.name as district,
       array(select d.org_id from city.project_district d where d.city_id = $1 and d.project_id = p.project_id
         order by d.position) as "districtIds",
       array(select s.holder_id from city.project_scope s where s.city_id = $1 and s.project_id = p.project_id
         order by s.holder_id) as holders,
       coalesce((select json_agg(json_build_object('kind', h.kind, 'name', h.name, 'orgId', h.org_id) order by h.kind, h.position)
         from city.responsibility h
         where h.city_id = $1 and h.project_id = p.project_id and h.to_on is null), '[]') as owners,
       (select coalesce(nullif(btrim(r.problem), ''), nullif(btrim(r.matter), '')) from city.report r
         where r.city_id = $1 and r.subject_id = p.project_id and r.month = $3 and r.standing = 'verified'
         order by r.number desc limit 1) as cause,
       (select json_build_object('inputs', e.inputs, 'results', e.results, 'ruleSetId', e.rule_set_id,
           'ruleSetNumber', e.rule_set_number, 'asOf', e.as_of)
         from city.evaluation e where e.city_id = $1 and e.subject_id = p.project_id
           and e.evaluation_id = any ($4::uuid[]) limit 1) as evaluation
     from city.project p
     left join city.project_district pd on pd.city_id = $1 and pd.project_id = p.project_id and pd.position = 1
     left join city.organisation o on o.city_id = $1 and o.org_id = pd.org_id
     where p.city_id = $1 and p.project_id = any ($2::uuid[])`,
    [tx.scope.cityId, projectIds, month, evaluationIds],
  );
  return new Map(rows.map((row) => [row.projectId, row]));
}
