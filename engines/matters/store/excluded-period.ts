import { namedQuery, type Tx } from '#db';
import type { PlainDate } from '#kernel/plain-date';

export type ExcludedPeriodRow = {
  readonly periodId: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly kinds: readonly string[] | null;
  readonly document: string;
  readonly reason: string;
  readonly declaredName: string;
  readonly declaredAt: Date;
};

export async function readExcludedPeriods(tx: Tx): Promise<ExcludedPeriodRow[]> {
  return namedQuery<ExcludedPeriodRow>(
    tx,
    'matter-excluded-periods',
    `select period_id as "periodId", from_on as "from", to_on as "to", kinds, document, reason,
       declared_name as "declaredName", declared_at as "declaredAt"
     from city.excluded_period where city_id = $1 order by from_on, period_id`,
    [tx.scope.cityId],
  );
}

export async function insertExcludedPeriod(
  tx: Tx,
  row: ExcludedPeriodRow & { readonly declaredBy: string },
): Promise<void> {
  await namedQuery(
    tx,
    'matter-exclude-period',
    `insert into city.excluded_period (city_id, period_id, from_on, to_on, kinds, document, reason, declared_by,
       declared_name, declared_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[tx.scope.cityId, row.periodId, row.from, row.to, row.kinds, row.document, row.reason],
      ...[row.declaredBy, row.declaredName, row.declaredAt],
    ],
  );
}
