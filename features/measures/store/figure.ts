import { namedQuery, type Tx } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import type { PolicyMeasureId } from './measure.ts';

export type FigureRow = {
  readonly measureId: PolicyMeasureId;
  readonly target: number;
  readonly number: number;
  readonly orgId: string | null;
  readonly onDay: PlainDate;
  readonly value: string;
  readonly by: string;
  readonly at: Date;
};

/** The latest day first; of one day the latest word. */
export async function readFigures(tx: Tx, measureIds: readonly PolicyMeasureId[]): Promise<FigureRow[]> {
  if (measureIds.length === 0) return [];
  return namedQuery<FigureRow>(
    tx,
    'measure-figures',
    `select measure_id as "measureId", target, number, org_id as "orgId", on_day as "onDay", value, by_name as by, at
     from city.measure_figure where city_id = $1 and measure_id = any ($2::uuid[])
     order by measure_id, target, on_day desc, number desc`,
    [tx.scope.cityId, measureIds],
  );
}

/** The caller holds the matter's lock, so that numbers follow one another. */
export async function addFigure(
  tx: Tx,
  row: Omit<FigureRow, 'number' | 'value'> & { readonly value: number },
): Promise<void> {
  await namedQuery(
    tx,
    'measure-figure-add',
    `insert into city.measure_figure (city_id, measure_id, target, number, org_id, on_day, value, by_name, at)
     select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8 from city.measure_figure
     where city_id = $1 and measure_id = $2 and target = $3`,
    [tx.scope.cityId, row.measureId, row.target, row.orgId, row.onDay, row.value, row.by, row.at],
  );
}
