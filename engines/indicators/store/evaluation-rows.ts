import { sql } from 'kysely';
import { namedQuery, type Tx } from '#db';
import type { Light } from '#kernel/light';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { LightResult } from '../domain/evaluate-light.ts';
import type { SubjectId } from '../domain/subject.ts';
import { addRows } from './add-rows.ts';
import { queryOver, querySubjects, type SomeSubjects } from './some-subjects.ts';

export type StandingLight = {
  readonly subjectId: SubjectId;
  readonly evaluationId: string;
  readonly overall: Light | null;
  /** Null where the evaluation took a light back. */
  readonly digest: string | null;
};

/** The light of each subject for a month as it stands on a day, with the digest of what it was made from. */
export async function readStandingLights(
  tx: Tx,
  { month, asOf }: { month: Month; asOf: PlainDate },
  subjects: SomeSubjects = null,
): Promise<StandingLight[]> {
  const values = [tx.scope.cityId, month, asOf];
  const asked = querySubjects<Omit<StandingLight, 'digest'>>(
    tx,
    'indicators-standing-lights',
    (
      andOfSubjects,
    ) => `select distinct on (subject_id) subject_id as "subjectId", evaluation_id as "evaluationId", overall
     from city.light where city_id = $1 and month = $2 and as_of <= $3 ${andOfSubjects}
     order by subject_id, as_of desc, evaluation_id desc`,
    values,
    subjects,
  );
  const made = querySubjects<{ evaluationId: string; digest: string }>(
    tx,
    'indicators-digests',
    (andOfSubjects) => `select evaluation_id as "evaluationId", digest
     from city.evaluation where city_id = $1 and month = $2 and as_of <= $3 ${andOfSubjects}`,
    values,
    subjects,
  );
  const [lights, evaluations] = await Promise.all([asked, made]);
  const digests = new Map(evaluations.map(({ evaluationId, digest }) => [evaluationId, digest]));
  return lights.map((light) => ({ ...light, digest: digests.get(light.evaluationId) ?? null }));
}

/** Whether the month was evaluated at all. */
export async function isMonthLit(tx: Tx, month: Month): Promise<boolean> {
  const rows = await namedQuery(
    tx,
    'indicators-month-lit',
    'select 1 as lit from city.light where city_id = $1 and month = $2 limit 1',
    [tx.scope.cityId, month],
  );
  return rows.length > 0;
}

/** Subjects whose month was evaluated as of a later day already: that light stays the current one. */
export async function readLitLater(
  tx: Tx,
  { month, asOf }: { month: Month; asOf: PlainDate },
  subjectIds: readonly SubjectId[],
): Promise<Set<SubjectId>> {
  const rows = await queryOver(
    tx,
    subjectIds,
    sql<{ subjectId: SubjectId }>`
    select distinct subject_id as "subjectId" from city.light
    where city_id = ${tx.scope.cityId} and month = ${month} and as_of > ${asOf}
      and subject_id = any (${subjectIds}::uuid[])`,
  );
  return new Set(rows.map(({ subjectId }) => subjectId));
}

export type PastOutcome = {
  readonly subjectId: SubjectId;
  readonly month: Month;
  readonly results: LightResult;
};

/** Standing evaluations of earlier months on a day, latest month first. */
export async function readPastResults(
  tx: Tx,
  { first, before, asOf }: { first: Month; before: Month; asOf: PlainDate },
  subjects: SomeSubjects,
): Promise<PastOutcome[]> {
  return querySubjects<PastOutcome>(
    tx,
    'indicators-past-results',
    (andOfSubjects) => `select distinct on (subject_id, month) subject_id as "subjectId", month, results
     from city.evaluation
     where city_id = $1 and month >= $2 and month < $3 and as_of <= $4 ${andOfSubjects}
     order by subject_id, month desc, as_of desc, evaluation_id desc`,
    [tx.scope.cityId, first, before, asOf],
    subjects,
  );
}

export type NewEvaluation = {
  readonly evaluationId: string;
  readonly subjectId: SubjectId;
  readonly month: Month;
  readonly asOf: PlainDate;
  readonly ruleSetId: string;
  readonly ruleSetNumber: number;
  /** As JSON keeps them. */
  readonly inputs: string;
  readonly results: LightResult;
  readonly digest: string;
};

/**
 * Adds evaluations and the lights made by them, all of one month, day and rule set, in one statement. Each column travels
 * as one text with a line for each of them, an empty one for null: JSON holds no line break, and the server reads it once.
 */
export async function addEvaluations(
  tx: Tx,
  evaluations: readonly NewEvaluation[],
  recordedBy: string,
): Promise<void> {
  const [first] = evaluations;
  if (!first) return;
  const column = (textOf: (one: NewEvaluation) => string | undefined) =>
    evaluations.map((one) => textOf(one) ?? '').join('\n');
  const light = (id: string) => column(({ results }) => results.dimensions[id]?.light);
  const columns = [
    column(({ subjectId }) => subjectId),
    column(({ evaluationId }) => evaluationId),
    column(({ inputs }) => inputs),
    column(({ results }) => JSON.stringify(results)),
    column(({ digest }) => digest),
    column(({ results }) => results.overall),
    ...ownColumns.map(light),
    column(({ results }) => JSON.stringify(othersOf(results))),
  ];
  const tables = columns.map((_, at) => `string_to_table($${at + 7}, E'\\n', '')`);
  await namedQuery(
    tx,
    'indicators-add-evaluations',
    `with made as materialized (
       select subject_id::uuid, evaluation_id::uuid, inputs::jsonb, results::jsonb, digest, overall, progress, start,
         statistics, others::jsonb
       from rows from (${tables.join(', ')}) of (subject_id, evaluation_id, inputs, results, digest, overall, progress,
         start, statistics, others)
     ), kept as (
       insert into city.evaluation (city_id, subject_id, month, as_of, evaluation_id, rule_set_id, rule_set_number,
         inputs, results, digest, recorded_by)
       select $1, subject_id, $2, $3, evaluation_id, $4, $5, inputs, results, digest, $6 from made
     )
     insert into city.light (city_id, subject_id, month, as_of, evaluation_id, overall, progress, start, statistics,
       others)
     select $1, subject_id, $2, $3, evaluation_id, overall, progress, start, statistics, others from made`,
    [
      ...[tx.scope.cityId, first.month, first.asOf, first.ruleSetId, first.ruleSetNumber, recordedBy],
      ...columns,
    ],
  );
}

/** Dimensions with a column of their own. */
const ownColumns = ['progress', 'start', 'statistics'];

function othersOf({ dimensions }: LightResult): Record<string, Light | null> {
  const others = Object.entries(dimensions).filter(([id]) => !ownColumns.includes(id));
  return Object.fromEntries(others.map(([id, result]) => [id, result?.light ?? null]));
}

/** Subjects that no longer owe a report: from that day their month has no light. */
export async function addLightsTakenBack(
  tx: Tx,
  taken: readonly { subjectId: SubjectId; month: Month; asOf: PlainDate; evaluationId: string }[],
): Promise<void> {
  const key = ['subject_id', 'month', 'as_of', 'evaluation_id'];
  const rows = taken.map((one) => [
    one.subjectId,
    one.month,
    one.asOf,
    one.evaluationId,
    null,
    null,
    null,
    null,
  ]);
  await addRows(tx, 'city.light', [...key, 'overall', 'progress', 'start', 'statistics'], rows);
}
