import { namedQuery, type Tx } from '#db';
import { lastDayOf, type Month } from '#kernel/month';

export type SumRow = {
  readonly groupKind: string;
  readonly groupId: string;
  readonly month: Month;
  readonly owed: number;
  readonly reported: number;
  readonly planFen: bigint;
  readonly actualFen: bigint;
  readonly green: number;
  readonly yellow: number;
  readonly red: number;
  readonly grey: number;
};

type StoredSums = Omit<SumRow, 'planFen' | 'actualFen'> & {
  readonly planFen: string;
  readonly actualFen: string;
};

/** Of some kinds of group two months, of one group all months of a span: all a cockpit adds up, in one read. */
export async function readSums(
  tx: Tx,
  asked: {
    readonly kinds: readonly string[];
    readonly months: readonly Month[];
    readonly group: { readonly kind: string; readonly id: string };
    readonly first: Month;
    readonly last: Month;
  },
): Promise<SumRow[]> {
  const { kinds, months, group, first, last } = asked;
  const rows = await namedQuery<StoredSums>(
    tx,
    'cockpit-sums',
    `select group_kind as "groupKind", group_id as "groupId", month, owed, reported, plan_fen as "planFen",
       actual_fen as "actualFen", green, yellow, red, grey
     from city.rollup where city_id = $1 and group_kind = any ($2::text[]) and month = any ($3::text[])
     union all
     select group_kind, group_id, month, owed, reported, plan_fen, actual_fen, green, yellow, red, grey
     from city.rollup where city_id = $1 and group_kind = $4 and group_id = $5 and month between $6 and $7`,
    [tx.scope.cityId, kinds, months, group.kind, group.id, first, last],
  );
  return rows.map((row) => ({ ...row, planFen: BigInt(row.planFen), actualFen: BigInt(row.actualFen) }));
}

/** Lights without a plan, and the plan of those whose month was not reported, in one group of subjects. */
export async function readMissing(
  tx: Tx,
  { month, group }: { readonly month: Month; readonly group: { readonly kind: string; readonly id: string } },
): Promise<{ readonly withoutPlan: number; readonly unreportedPlanFen: bigint }> {
  const standing = `not exists (select 1 from city.light l where l.city_id = $1 and l.subject_id = e.subject_id
      and l.month = $2 and (l.as_of, l.evaluation_id) > (e.as_of, e.evaluation_id))
    and ($3 = 'city' or exists (select 1 from city.subject_group g where g.city_id = $1 and g.subject_id = e.subject_id
      and g.group_kind = $3 and g.group_id = $4 and g.from_on <= $5 and (g.to_on is null or g.to_on > $5)))`;
  const [row] = await namedQuery<{ withoutPlan: number; unreportedPlanFen: string }>(
    tx,
    'cockpit-missing',
    `select
       (select count(*)::integer from city.evaluation e where e.city_id = $1 and e.month = $2
         and e.inputs ->> 'planToMonthFen' is null and ${standing}) as "withoutPlan",
       (select coalesce(sum((e.inputs ->> 'planToMonthFen')::numeric), 0) from city.evaluation e where e.city_id = $1
         and e.month = $2 and e.inputs ->> 'actualToMonthFen' is null and ${standing}) as "unreportedPlanFen"`,
    [tx.scope.cityId, month, group.kind, group.id, lastDayOf(month)],
  );
  return { withoutPlan: row?.withoutPlan ?? 0, unreportedPlanFen: BigInt(row?.unreportedPlanFen ?? 0) };
}
