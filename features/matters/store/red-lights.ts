import { namedQuery, type Tx } from '#db';
import type { Month } from '#kernel/month';

export type RedLight = { readonly subjectId: string; readonly evaluationId: string };

/** Red lights of a month as they stand, of projects whose figures the reader sees. */
export async function redLights(tx: Tx, month: Month, limit: number): Promise<RedLight[]> {
  return namedQuery<RedLight>(
    tx,
    'matter-red-lights',
    `with standing as (
       select distinct on (subject_id) subject_id, overall, as_of, evaluation_id from city.light
       where city_id = $1 and month = $2 order by subject_id, as_of desc, evaluation_id desc)
     select s.subject_id as "subjectId", s.evaluation_id as "evaluationId" from standing s
     join city.evaluation e on e.city_id = $1 and e.subject_id = s.subject_id and e.month = $2
       and e.as_of = s.as_of and e.evaluation_id = s.evaluation_id
     where s.overall = 'red' order by s.subject_id limit $3`,
    [tx.scope.cityId, month, limit],
  );
}
