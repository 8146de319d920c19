import { type RawBuilder, sql } from 'kysely';
import { preparedQuery, type Tx } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import { type MatterRow, matterColumns } from './matter-row.ts';

/** Days from and to, as days and as the instants at which they begin and end. */
export type StatisticsSpan = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly fromAt: Date;
  /** The first instant after it. */
  readonly untilAt: Date;
  readonly now: Date;
  readonly kinds?: readonly string[] | undefined;
  /** `kind clock` of every clock that runs against the lead. */
  readonly handlerClocks: readonly string[];
};

export type MatterCounts = {
  /** The kind, or the unit; null: no unit. */
  readonly key: string | null;
  readonly opened: number;
  readonly closed: number;
  readonly reopened: number;
  readonly scored: number;
  readonly satisfied: number;
  readonly openNow: number;
  readonly overdueNow: number;
};

export type RunCounts = { readonly key: string | null; readonly ended: number; readonly onTime: number };

/** What is counted of matters, by kind or by the unit that leads now. */
export async function countMatters(
  tx: Tx,
  by: 'kind' | 'unit',
  span: StatisticsSpan,
): Promise<MatterCounts[]> {
  const key = by === 'kind' ? sql`kind` : sql`lead::text`;
  const closed = closedIn(span);
  return preparedQuery<MatterCounts>(
    tx,
    sql`select ${key} as key,
      count(*) filter (where ${openedIn(span)})::integer as opened,
      count(*) filter (where ${closed})::integer as closed,
      count(*) filter (where ${closed} and redos > 0)::integer as reopened,
      count(*) filter (where ${closed} and satisfaction is not null)::integer as scored,
      count(*) filter (where ${closed} and satisfaction <= 2)::integer as satisfied,
      count(*) filter (where closed_at is null)::integer as "openNow",
      count(*) filter (where closed_at is null and due_at < ${span.now})::integer as "overdueNow"
    from city.matter
    where city_id = ${tx.scope.cityId} and (closed_at is null or ${closed} or ${openedIn(span)}) ${ofKinds(span)}
    group by 1`,
  );
}

/** Runs of the handlers' clocks that ended in the period, each counted for the unit it ran against. */
export async function countRuns(tx: Tx, by: 'kind' | 'unit', span: StatisticsSpan): Promise<RunCounts[]> {
  const key = by === 'kind' ? sql`m.kind` : sql`c.against::text`;
  return preparedQuery<RunCounts>(
    tx,
    sql`select ${key} as key, count(*)::integer as ended,
      count(*) filter (where c.ended_at <= c.due_at)::integer as "onTime"
    from city.matter_clock c join city.matter m using (city_id, matter_id)
    where c.city_id = ${tx.scope.cityId} and ${endedIn(span)} ${ofKinds(span, 'm')}
    group by 1`,
  );
}

export type StatisticsMeasure =
  | 'opened'
  | 'closed'
  | 'ended'
  | 'on-time'
  | 'late'
  | 'reopened'
  | 'scored'
  | 'satisfied'
  | 'unscored'
  | 'open-now'
  | 'overdue-now';

export type StatisticsPart = {
  readonly kind?: string | undefined;
  /** null: no unit. */
  readonly unit?: string | null | undefined;
};

/** The matters behind a figure; of runs, those with at least one such run. */
export async function findCounted(
  tx: Tx,
  measure: StatisticsMeasure,
  { part, span }: { readonly part: StatisticsPart; readonly span: StatisticsSpan },
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: MatterRow[]; total: number }> {
  const isOfRuns = measure === 'ended' || measure === 'on-time' || measure === 'late';
  const where = sql.join(
    [
      sql`m.city_id = ${tx.scope.cityId}`,
      isOfRuns ? withRun(tx, measure, part, span) : countedAs(measure, span),
      ...(part.kind === undefined ? [] : [sql`m.kind = ${part.kind}`]),
      ...(part.unit === undefined || isOfRuns ? [] : [unitIs(sql`m.lead`, part.unit)]),
    ],
    sql` and `,
  );
  const from = sql`from city.matter m where ${where} ${ofKinds(span, 'm')}`;
  const [rows, [counted]] = await Promise.all([
    preparedQuery<MatterRow>(
      tx,
      sql`select ${sql.raw(matterColumns)} ${from} order by opened_on desc, matter_id desc
        limit ${page.limit} offset ${page.offset}`,
    ),
    preparedQuery<{ count: number }>(tx, sql`select count(*)::integer as count ${from}`),
  ]);
  return { rows, total: counted?.count ?? 0 };
}

function withRun(tx: Tx, measure: 'ended' | 'on-time' | 'late', part: StatisticsPart, span: StatisticsSpan) {
  const when = {
    ended: sql`true`,
    'on-time': sql`c.ended_at <= c.due_at`,
    late: sql`c.ended_at > c.due_at`,
  }[measure];
  const against = part.unit === undefined ? sql`true` : unitIs(sql`c.against`, part.unit);
  return sql`exists (select 1 from city.matter_clock c where c.city_id = ${tx.scope.cityId}
    and c.matter_id = m.matter_id and ${endedIn(span)} and ${when} and ${against})`;
}

function unitIs(column: RawBuilder<unknown>, unit: string | null) {
  return unit === null ? sql`${column} is null` : sql`${column} = ${unit}::uuid`;
}

function countedAs(measure: Exclude<StatisticsMeasure, 'ended' | 'on-time' | 'late'>, span: StatisticsSpan) {
  switch (measure) {
    case 'opened':
      return openedIn(span);
    case 'closed':
      return closedIn(span);
    case 'reopened':
      return sql`${closedIn(span)} and redos > 0`;
    case 'scored':
      return sql`${closedIn(span)} and satisfaction is not null`;
    case 'satisfied':
      return sql`${closedIn(span)} and satisfaction <= 2`;
    case 'unscored':
      return sql`${closedIn(span)} and satisfaction is null`;
    case 'open-now':
      return sql`closed_at is null`;
    case 'overdue-now':
      return sql`closed_at is null and due_at < ${span.now}`;
  }
}

function openedIn({ from, to }: StatisticsSpan) {
  return sql`(opened_on between ${from} and ${to})`;
}

function closedIn({ fromAt, untilAt }: StatisticsSpan) {
  return sql`(closed_at >= ${fromAt} and closed_at < ${untilAt})`;
}

function endedIn({ fromAt, untilAt, handlerClocks }: StatisticsSpan) {
  return sql`c.ended_at >= ${fromAt} and c.ended_at < ${untilAt}
    and m.kind || ' ' || c.clock = any (${handlerClocks}::text[])`;
}

function ofKinds({ kinds }: StatisticsSpan, table?: 'm') {
  if (!kinds) return sql``;
  return table ? sql`and m.kind = any (${kinds}::text[])` : sql`and kind = any (${kinds}::text[])`;
}
