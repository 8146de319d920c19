import { audit, type City, ensureMay } from '#access';
import {
  chainRows,
  firstStep,
  getPeriod,
  lockMonth,
  owingSubjects,
  periodsOf,
  publishMonth,
  reportingRulesOf,
  verifiedState,
} from '#engines/indicators';
import type { Month } from '#kernel/month';
import { monthOf } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import '../permissions.ts';
import '../refusals.ts';
import { type PeriodHead, periodHead } from './period-view.ts';

/** What a lock would leave out: owed and not verified, of these never reported. */
export async function missingRows(city: City, month: Month) {
  const rows = new Map((await chainRows(city, month)).map((row) => [row.subjectId, row.state]));
  const first = firstStep(reportingRulesOf(city).steps);
  const owing = await owingSubjects(city, month);
  const states = owing.map(({ subjectId }) => rows.get(subjectId) ?? first);
  return {
    owed: owing.length,
    missing: states.filter((state) => state !== verifiedState).length,
    unreported: states.filter((state) => state === first).length,
  };
}

/** 锁定: evaluates the month whole and freezes it. What is still missing is told first, and stays grey for ever. */
export async function lockPeriod(
  city: City,
  { month, confirmMissing = false }: { month: Month; confirmMissing?: boolean | undefined },
): Promise<PeriodHead> {
  ensureMay(city, 'reporting.lock', {});
  await getPeriod(city, month);
  ensure(monthOf(city.today) > month, 'period.month_not_over', { month });
  const open = (await periodsOf(city)).filter((one) => !one.lock && one.month < month);
  const earlier = open.at(-1)?.month;
  ensure(!earlier, 'period.earlier_unlocked', { earlier });
  const missing = await missingRows(city, month);
  ensure(confirmMissing || missing.missing === 0, 'period.rows_missing', missing);
  const { lock } = await lockMonth(city, { month, asOf: city.today });
  const details = { month, asOf: lock.asOf, sumsDigest: lock.sumsDigest, ...missing };
  await audit(city, { action: 'reporting.lock', object: 'period', objectId: month, details });
  return periodHead(city, await getPeriod(city, month));
}

export async function publishPeriod(city: City, month: Month): Promise<PeriodHead> {
  ensureMay(city, 'reporting.publish', {});
  const { published } = await getPeriod(city, month);
  const period = await publishMonth(city, month);
  if (!published)
    await audit(city, { action: 'reporting.publish', object: 'period', objectId: month, details: { month } });
  return periodHead(city, period);
}
