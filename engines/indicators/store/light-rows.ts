import { sql } from 'kysely';
import { namedQuery, preparedQuery, type Tx, tables } from '#db';
import type { Light } from '#kernel/light';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { LightResult } from '../domain/evaluate-light.ts';
import type { RuleSet } from '../domain/rule-set.ts';
import type { StoredInputs } from '../domain/stored-inputs.ts';
import type { SubjectId } from '../domain/subject.ts';

export type LightRow = {
  readonly subjectId: SubjectId;
  readonly month: Month;
  readonly asOf: PlainDate;
  readonly evaluationId: string;
  readonly overall: Light | null;
  readonly progress: Light | null;
  readonly start: Light | null;
  readonly statistics: Light | null;
  readonly others: Readonly<Record<string, Light | null>>;
};

export type EvaluationRow = {
  readonly subjectId: SubjectId;
  readonly month: Month;
  readonly asOf: PlainDate;
  readonly evaluationId: string;
  readonly ruleSetId: string;
  readonly ruleSetNumber: number;
  readonly inputs: StoredInputs;
  readonly results: LightResult;
  readonly recordedAt: Date;
  readonly recordedBy: string;
};

const lightColumns = sql`l.subject_id as "subjectId", l.month, l.as_of as "asOf", l.evaluation_id as "evaluationId",
  l.overall, l.progress, l.start, l.statistics, l.others`;

const evaluationColumns = sql`e.subject_id as "subjectId", e.month, e.as_of as "asOf",
  e.evaluation_id as "evaluationId", e.rule_set_id as "ruleSetId", e.rule_set_number as "ruleSetNumber", e.inputs,
  e.results, e.recorded_at as "recordedAt", e.recorded_by as "recordedBy"`;

/** The latest month, not after the one asked, that was evaluated by a day. */
export async function findLitMonth(tx: Tx, month: Month, asOf: PlainDate): Promise<Month | undefined> {
  const { rows } = await sql<{ month: Month }>`
    select month from city.light
    where city_id = ${tx.scope.cityId} and month <= ${month} and as_of <= ${asOf}
    order by month desc limit 1`.execute(tables(tx));
  return rows[0]?.month;
}

export async function readLightsOf(tx: Tx, month: Month, asOf: PlainDate): Promise<LightRow[]> {
  const { rows } = await sql<LightRow>`
    select distinct on (l.subject_id) ${lightColumns} from city.light l
    where l.city_id = ${tx.scope.cityId} and l.month = ${month} and l.as_of <= ${asOf}
    order by l.subject_id, l.as_of desc, l.evaluation_id desc`.execute(tables(tx));
  return rows;
}

/** The lights that stand now, of some subjects; those taken back carry no overall light. */
export async function readCurrentLights(tx: Tx, subjectIds: readonly SubjectId[]): Promise<LightRow[]> {
  const { rows } = await sql<LightRow>`
    select ${lightColumns} from city.v_current_light l
    where l.city_id = ${tx.scope.cityId} and l.subject_id = any (${subjectIds}::uuid[])`.execute(tables(tx));
  return rows;
}

export type ShownLight = Pick<LightRow, 'subjectId' | 'overall' | 'evaluationId'> & {
  /** Null outside the reader's scope. */
  readonly inputs: StoredInputs | null;
};

/** The month shown, and the lights of it of the subjects of one page, with what they were made from: one statement. */
export async function readShownLights(
  tx: Tx,
  subjectIds: readonly SubjectId[],
): Promise<{ readonly month: Month | undefined; readonly lights: ShownLight[] }> {
  type Row = { readonly shown: Month | null } & (
    | { readonly [K in keyof ShownLight]: ShownLight[K] }
    | { subjectId: null }
  );
  const rows = await namedQuery<Row>(
    tx,
    'indicators-shown-lights',
    `select shown.month as shown, l.subject_id as "subjectId", l.overall, l.evaluation_id as "evaluationId", e.inputs
     from (select s.month from city.v_shown_month s offset 0) shown
     left join lateral (
       select n.subject_id, n.month, n.as_of, n.evaluation_id, n.overall
       from unnest($2::uuid[]) asked (id)
       cross join lateral (
         select * from city.light n where n.city_id = $1 and n.month = shown.month and n.subject_id = asked.id
         order by n.as_of desc, n.evaluation_id desc limit 1) n
     ) l on true
     left join lateral (
       select e.inputs from city.evaluation e where e.city_id = $1 and e.subject_id = l.subject_id
         and e.month = l.month and e.as_of = l.as_of and e.evaluation_id = l.evaluation_id limit 1) e on true`,
    [tx.scope.cityId, subjectIds],
  );
  const lights = rows.flatMap((row) => (row.subjectId === null ? [] : [row]));
  return { month: rows[0]?.shown ?? undefined, lights };
}

/** Each month's standing light of one subject, latest month first. */
export async function readLightHistory(tx: Tx, subjectId: SubjectId, asOf: PlainDate): Promise<LightRow[]> {
  const rows = await preparedQuery(
    tx,
    sql<LightRow>`
    select distinct on (l.month) ${lightColumns} from city.light l
    where l.city_id = ${tx.scope.cityId} and l.subject_id = ${subjectId} and l.as_of <= ${asOf}
    order by l.month desc, l.as_of desc, l.evaluation_id desc`,
  );
  return rows;
}

/** Evaluations of a month the reader may see in full; outside their scope there are none. */
export async function readEvaluationsOf(tx: Tx, month: Month, asOf: PlainDate): Promise<EvaluationRow[]> {
  const { rows } = await sql<EvaluationRow>`
    select distinct on (e.subject_id) ${evaluationColumns} from city.evaluation e
    where e.city_id = ${tx.scope.cityId} and e.month = ${month} and e.as_of <= ${asOf}
    order by e.subject_id, e.as_of desc, e.evaluation_id desc`.execute(tables(tx));
  return rows;
}

export async function findEvaluation(tx: Tx, evaluationId: string): Promise<EvaluationRow | undefined> {
  const rows = await preparedQuery(
    tx,
    sql<EvaluationRow>`
    select ${evaluationColumns} from city.evaluation e
    where e.city_id = ${tx.scope.cityId} and e.evaluation_id = ${evaluationId}`,
  );
  return rows[0];
}

export type EvaluationWithLight = EvaluationRow & {
  readonly light: Omit<LightRow, keyof EvaluationRow> | null;
};

/** Evaluations in order of their ids, with the light that was published from each. */
export async function readEvaluationPage(
  tx: Tx,
  filter: {
    after: string | null;
    limit: number;
    month?: Month | undefined;
    evaluationId?: string | undefined;
  },
): Promise<EvaluationWithLight[]> {
  const { after, limit, month = null, evaluationId = null } = filter;
  const { rows } = await sql<EvaluationWithLight>`
    select ${evaluationColumns}, case when l.evaluation_id is null then null else json_build_object('overall', l.overall,
      'progress', l.progress, 'start', l.start, 'statistics', l.statistics, 'others', l.others) end as light
    from city.evaluation e
    left join city.light l on l.city_id = e.city_id and l.subject_id = e.subject_id and l.month = e.month
      and l.as_of = e.as_of and l.evaluation_id = e.evaluation_id
    where e.city_id = ${tx.scope.cityId} and (${after}::uuid is null or e.evaluation_id > ${after}::uuid)
      and (${month}::text is null or e.month = ${month})
      and (${evaluationId}::uuid is null or e.evaluation_id = ${evaluationId}::uuid)
    order by e.evaluation_id limit ${limit}`.execute(tables(tx));
  return rows;
}

export async function findRuleSet(tx: Tx, id: string, number: number): Promise<RuleSet | undefined> {
  const { rows } = await sql<{ rules: RuleSet }>`
    select rules from city.rule_set
    where city_id = ${tx.scope.cityId} and rule_set_id = ${id} and number = ${number}`.execute(tables(tx));
  return rows[0]?.rules;
}
