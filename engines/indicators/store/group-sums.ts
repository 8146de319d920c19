import { deferQuery, type Tx } from '#db';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { noSums, type Sums } from '../domain/rollup.ts';
import type { SubjectId } from '../domain/subject.ts';

/**
 * Adds to the sums of the city and of each group one subject belongs to on the month's last day, in the one order of all
 * writers of sums. Said with the commit: everybody who files changes the sum of the city, and would wait until then.
 */
export function deferSums(
  tx: Tx,
  { subjectId, month, on }: { subjectId: SubjectId; month: Month; on: PlainDate },
  grow: Partial<Sums>,
): void {
  const sums = { ...noSums, ...grow };
  if (Object.values(sums).every((one) => one === 0n)) return;
  deferQuery(tx, {
    name: 'indicators-grow-sums',
    text: `insert into city.rollup as kept (city_id, group_kind, group_id, month, owed, reported, plan_fen, actual_fen,
         green, yellow, red, grey)
       select $1::integer, kind, id, $3, $5::integer, $6::integer, $7::numeric, $8::numeric, $9::integer, $10::integer,
         $11::integer, $12::integer
       from (
         select 'city' as kind, 'city' as id
         union
         select group_kind, group_id from city.subject_group
         where city_id = $1::integer and subject_id = $2 and from_on <= $4::date and (to_on is null or to_on > $4::date)
       ) of_subject
       order by 2, 3
       on conflict (city_id, group_kind, group_id, month) do update set
         owed = kept.owed + excluded.owed, reported = kept.reported + excluded.reported,
         plan_fen = kept.plan_fen + excluded.plan_fen, actual_fen = kept.actual_fen + excluded.actual_fen,
         green = kept.green + excluded.green, yellow = kept.yellow + excluded.yellow, red = kept.red + excluded.red,
         grey = kept.grey + excluded.grey`,
    values: [
      ...[tx.scope.cityId, subjectId, month, on, sums.owed, sums.reported, sums.planFen, sums.actualFen],
      ...[sums.green, sums.yellow, sums.red, sums.grey],
    ],
  });
}
