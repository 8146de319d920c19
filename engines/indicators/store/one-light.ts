import { namedQuery, type Tx } from '#db';
import type { Light } from '#kernel/light';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { SubjectId } from '../domain/subject.ts';

/** Whether a month's light may be made anew on a day, and the one that stands then. */
export type LightGround = {
  /** The month was evaluated at all. */
  readonly isLit: boolean;
  readonly isLocked: boolean;
  /** The subject was evaluated as of a later day already: that light stays the current one. */
  readonly isLitLater: boolean;
  readonly overall: Light | null;
  readonly digest: string | null;
};

export async function readLightGround(
  tx: Tx,
  { subjectId, month, asOf }: { subjectId: SubjectId; month: Month; asOf: PlainDate },
): Promise<LightGround> {
  const [ground] = await namedQuery<LightGround>(
    tx,
    'indicators-light-ground',
    `select exists (select from city.light where city_id = $1 and month = $3) as "isLit",
       exists (select from city.month_lock where city_id = $1 and month = $3) as "isLocked",
       exists (select from city.light where city_id = $1 and subject_id = $2 and month = $3 and as_of > $4)
         as "isLitLater",
       standing.overall,
       (select e.digest from city.evaluation e where e.city_id = $1 and e.subject_id = $2 and e.month = $3
         and e.as_of = standing.as_of and e.evaluation_id = standing.evaluation_id) as digest
     from (select) always
     left join lateral (
       select l.overall, l.as_of, l.evaluation_id from city.light l
       where l.city_id = $1 and l.subject_id = $2 and l.month = $3 and l.as_of <= $4
       order by l.as_of desc, l.evaluation_id desc limit 1) standing on true`,
    [tx.scope.cityId, subjectId, month, asOf],
  );
  if (!ground) throw new Error('an outer join from one row gave none');
  return ground;
}
