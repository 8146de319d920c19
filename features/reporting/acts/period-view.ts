import type { City } from '#access';
import { monthsOfPeriod, type Period, periodName, reportingRulesOf } from '#engines/indicators';
import { stageOf } from '../domain/period-stage.ts';

export function periodHead(city: City, period: Period) {
  const { month, days, note, assignedAt, assignedBy, version, lock, published } = period;
  const together = monthsOfPeriod(reportingRulesOf(city), month);
  const months = together.length > 0 ? together : [month];
  return {
    ...{ month, name: periodName(months), months, stage: stageOf(period) },
    ...{ days: { ...days, steps: [...days.steps] }, note, assignedAt, assignedBy, version },
    ...{ lockedAt: lock?.lockedAt ?? null, lockedBy: lock?.lockedBy ?? null },
    ...{ publishedAt: published?.at ?? null, publishedBy: published?.by ?? null },
  };
}
export type PeriodHead = ReturnType<typeof periodHead>;
