import { namedQuery, type Tx } from '#db';
import type { PlainDate } from '#kernel/plain-date';

export type CountBy = 'day' | 'category' | 'unit';

export type CountRow = {
  readonly key: string;
  readonly taken: number;
  readonly answeredAtOnce: number;
  readonly dispatched: number;
  readonly closed: number;
  readonly scored: number;
  readonly satisfied: number;
};

/** What a row is counted under: by day, what came in under the day it came, what ended under the day it ended. */
const keys: Readonly<Record<CountBy, readonly [came: string, ended: string]>> = {
  day: ['p.taken_on::text', `(m.closed_at at time zone 'Asia/Shanghai')::date::text`],
  category: [`m.kind || ' ' || coalesce(m.category, '')`, `m.kind || ' ' || coalesce(m.category, '')`],
  unit: [`coalesce(m.lead, p.taken_org)::text`, `coalesce(m.lead, p.taken_org)::text`],
};

export async function countPetitions(
  tx: Tx,
  by: CountBy,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<CountRow[]> {
  const [came, ended] = keys[by];
  return namedQuery<CountRow>(
    tx,
    `petition_count_${by}`,
    `with came as (
       select coalesce(${came}, '') as key, count(*)::integer as taken,
         count(*) filter (where p.answered_at_once)::integer as at_once,
         count(*) filter (where m.lead is not null and not p.answered_at_once)::integer as dispatched
       from city.petition p join city.matter m on m.city_id = p.city_id and m.matter_id = p.matter_id
       where p.city_id = $1 and p.taken_on between $2 and $3 group by 1
     ), ended as (
       select coalesce(${ended}, '') as key, count(*)::integer as closed, count(m.satisfaction)::integer as scored,
         count(*) filter (where m.satisfaction <= 2)::integer as satisfied
       from city.petition p join city.matter m on m.city_id = p.city_id and m.matter_id = p.matter_id
       where p.city_id = $1 and m.closed_at is not null
         and (m.closed_at at time zone 'Asia/Shanghai')::date between $2 and $3 group by 1
     )
     select key, coalesce(taken, 0) as taken, coalesce(at_once, 0) as "answeredAtOnce",
       coalesce(dispatched, 0) as dispatched, coalesce(closed, 0) as closed, coalesce(scored, 0) as scored,
       coalesce(satisfied, 0) as satisfied
     from came full join ended using (key) order by key`,
    [tx.scope.cityId, from, to],
  );
}
