import type { City } from '#access';
import {
  factsOf,
  type Period,
  type PlanVersion,
  planToMonth,
  reportingRulesOf,
  stepName,
} from '#engines/indicators';
import { type Month, monthNumber } from '#kernel/month';
import { hourInShanghai, isOver } from '../domain/period-stage.ts';
import { contradictionLines, type GatheredRow } from './gather-rows.ts';
import { actsOn } from './may-act.ts';

type Beside = {
  readonly period: Period;
  readonly plan: PlanVersion | undefined;
  /** A 补报 or 更正 of it waits. */
  readonly asked: boolean;
};

/** A row as the reader may see it; without amounts where it is outside the scope. */
export function rowView(city: City, one: GatheredRow, { period, plan, asked }: Beside) {
  const { month, days } = period;
  const { project, row, draft, reported, verified, told, duty, state } = one;
  const [district] = project.districts;
  const { steps } = reportingRulesOf(city);
  const shown = draft?.facts ?? reported;
  const last = one.earlier.toSorted((a, b) => (a.month < b.month ? 1 : -1))[0];
  const step = days.steps.find(({ id }) => id === state);
  const clock = { today: city.today, hour: hourInShanghai(city.now) };
  return {
    ...{ projectId: project.projectId, number: project.number, name: project.name },
    ...{ districtId: district?.orgId ?? null, district: district?.name ?? null, unit: project.company },
    ...{ category: duty?.category ?? ('none' as const), ...planFigures(plan, month) },
    ...{ lastMonth: last?.month ?? null, lastCumFen: last?.cumFen ?? null },
    before: one.before ? factsOf({}, one.before) : null,
    ...{ state, version: one.version },
    draft: draft ? { ...factsOf({}, draft.facts), savedAt: draft.savedAt, savedBy: draft.savedBy } : null,
    ...{ reported: reported ? factsOf({}, reported) : null, reportNumber: reported?.number ?? 0 },
    ...{ verified: verified ? factsOf({}, verified) : null, verifiedNumber: verified?.number ?? 0 },
    filler:
      row?.filledByName && row.filledAt
        ? { name: row.filledByName, onBehalfOf: row.onBehalfOf, at: row.filledAt }
        : null,
    reviewers: told.reviews.map(({ step: stepId, name, at }) => ({
      ...{ stepId, stepName: stepName(steps, stepId), name, at },
    })),
    returned:
      row?.returned && told.returned
        ? {
            ...{ reason: told.returned.reason ?? '', by: told.returned.name, at: told.returned.at },
            stepName: stepName(steps, told.returned.step),
          }
        : null,
    contradictions: shown ? contradictionLines(city, month, one, shown) : [],
    note: told.submitted?.reason ?? null,
    overdue: !period.lock && step !== undefined && isOver(step, days.cutOffHour, clock),
    asked,
    acts: actsOn(city, period, one),
  };
}

function planFigures(plan: PlanVersion | undefined, month: Month) {
  if (!plan || plan.kind === 'withdrawal') return { planMonthFen: null, planCumFen: null, planYearFen: null };
  return {
    planMonthFen: plan.monthsFen[monthNumber(month) - 1] ?? null,
    planCumFen: planToMonth(plan.monthsFen, month),
    planYearFen: plan.totalFen,
  };
}
