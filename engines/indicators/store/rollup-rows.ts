import { sql } from 'kysely';
import { preparedQuery, sendDeferred, type Tx, tables } from '#db';
import type { Month } from '#kernel/month';
import { type GroupMonth, type Sums, sumNames } from '../domain/rollup.ts';
import type { SubjectId } from '../domain/subject.ts';

const few = 200;

export type MonthWindow = { readonly first: Month; readonly last: Month };

type Row = { groupKind: string; groupId: string; month: Month } & Record<keyof Sums, string>;

/** What these subjects together add to each group and month, from the rows themselves. */
export async function readShares(
  tx: Tx,
  subjectIds: readonly SubjectId[],
  { first, last }: MonthWindow,
): Promise<GroupMonth[]> {
  if (subjectIds.length === 0) return [];
  const sums = sql.raw(subjectIds.length <= few ? 'city.rollup_sums_of_few' : 'city.rollup_sums_of_many');
  const rows = await preparedQuery(
    tx,
    sql<Row>`
      select group_kind as "groupKind", group_id as "groupId", month, owed, reported, plan_fen as "planFen",
        actual_fen as "actualFen", green, yellow, red, grey
      from ${sums}(${subjectIds}::uuid[], ${first}, ${last}) order by 1, 2, 3`,
  );
  return rows.map(groupMonthOf);
}

export async function readRollups(
  tx: Tx,
  filter: { groupKind?: string; window?: MonthWindow },
): Promise<GroupMonth[]> {
  const { first, last } = filter.window ?? { first: '0001-01', last: '9999-12' };
  await sendDeferred(tx);
  const { rows } = await sql<Row>`
    select group_kind as "groupKind", group_id as "groupId", month, owed, reported, plan_fen as "planFen",
      actual_fen as "actualFen", green, yellow, red, grey
    from city.rollup
    where city_id = ${tx.scope.cityId} and month between ${first} and ${last}
      and (${filter.groupKind ?? null}::text is null or group_kind = ${filter.groupKind ?? null})
    order by group_kind, group_id, month`.execute(tables(tx));
  return rows.map(groupMonthOf);
}

/** Adds differences to the kept sums, in one order, so that writers of the same groups wait and never lock up. */
export async function addToRollups(tx: Tx, changes: readonly GroupMonth[]): Promise<void> {
  if (changes.length === 0) return;
  const column = (name: keyof Sums) => changes.map(({ sums }) => sums[name]);
  await preparedQuery(
    tx,
    sql`
    insert into city.rollup as kept (city_id, group_kind, group_id, month, owed, reported, plan_fen, actual_fen, green,
      yellow, red, grey)
    select ${tx.scope.cityId}, * from unnest(${changes.map((one) => one.groupKind)}::text[],
      ${changes.map((one) => one.groupId)}::text[], ${changes.map((one) => one.month)}::text[],
      ${column('owed')}::integer[], ${column('reported')}::integer[], ${column('planFen')}::numeric[],
      ${column('actualFen')}::numeric[], ${column('green')}::integer[], ${column('yellow')}::integer[],
      ${column('red')}::integer[], ${column('grey')}::integer[])
    order by 2, 3, 4
    on conflict (city_id, group_kind, group_id, month) do update set
      owed = kept.owed + excluded.owed, reported = kept.reported + excluded.reported,
      plan_fen = kept.plan_fen + excluded.plan_fen, actual_fen = kept.actual_fen + excluded.actual_fen,
      green = kept.green + excluded.green, yellow = kept.yellow + excluded.yellow, red = kept.red + excluded.red,
      grey = kept.grey + excluded.grey`,
  );
}

function groupMonthOf(row: Row): GroupMonth {
  const sums = Object.fromEntries(sumNames.map((name) => [name, BigInt(row[name])])) as Sums;
  return { groupKind: row.groupKind, groupId: row.groupId, month: row.month, sums };
}
