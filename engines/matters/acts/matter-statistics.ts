import type { City } from '#access';
import { addDays, type PlainDate } from '#kernel/plain-date';
import { defineRefusals, ensure } from '#kernel/refusal';
import { startOfDay } from '../domain/clock-day.ts';
import { allMatterKinds } from '../domain/matter-kinds.ts';
import {
  countMatters,
  countRuns,
  findCounted,
  type MatterCounts,
  type RunCounts,
  type StatisticsMeasure,
  type StatisticsPart,
  type StatisticsSpan,
} from '../store/statistics.ts';
import { instantOf } from './instant-of.ts';

defineRefusals({
  'matter.span_backwards': { status: 422, text: '统计期间的结束日期（{to}）不能早于开始日期（{from}）' },
});

export type StatisticsAsked = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly kinds?: readonly string[] | undefined;
};

/** Counted are the matters in the reader's reach. */
export async function matterStatistics(
  city: City,
  by: 'kind' | 'unit',
  asked: StatisticsAsked,
): Promise<{ readonly matters: readonly MatterCounts[]; readonly runs: readonly RunCounts[] }> {
  const span = spanOf(city, asked);
  const [matters, runs] = await Promise.all([countMatters(city.tx, by, span), countRuns(city.tx, by, span)]);
  return { matters, runs };
}

/** The matters behind a figure of the statistics. */
export async function statisticsRows(
  city: City,
  measure: StatisticsMeasure,
  { part, ...asked }: StatisticsAsked & { readonly part: StatisticsPart },
  page: { readonly limit: number; readonly offset: number },
) {
  return findCounted(city.tx, measure, { part, span: spanOf(city, asked) }, page);
}

function spanOf(city: City, { from, to, kinds }: StatisticsAsked): StatisticsSpan {
  ensure(from <= to, 'matter.span_backwards', { from, to });
  const handlerClocks = allMatterKinds().flatMap(({ id, clocks }) =>
    Object.entries(clocks).flatMap(([clock, { against }]) => (against === 'lead' ? [`${id} ${clock}`] : [])),
  );
  const instants = { fromAt: startOfDay(from), untilAt: startOfDay(addDays(to, 1)), now: instantOf(city) };
  return { from, to, kinds, handlerClocks, ...instants };
}
