import { type City, ensureMay } from '#access';
import {
  afterLockStep,
  chainRows,
  firstStep,
  getPeriod,
  type Period,
  planVersionsIn,
  reportingRulesOf,
  reportRequests,
  stepName,
  stepsOf,
  subjectHolders,
} from '#engines/indicators';
import { getProject, type ProjectId, projectIndex } from '#engines/registry';
import { type Month, yearOfMonth } from '#kernel/month';
import '../permissions.ts';
import '../refusals.ts';
import { gatherRows, rowsInScope } from './gather-rows.ts';
import { waitsAt } from './may-act.ts';
import { periodHead } from './period-view.ts';
import { rowView } from './row-view.ts';

export type RowFilter = {
  readonly month: Month;
  readonly districtId?: string | undefined;
  readonly state?: string | undefined;
  readonly mine?: boolean | undefined;
  readonly projectId?: string | undefined;
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
};

const wholeDistrict = 500;

/** One page of a period's rows within the reader's scope: each with its plan, draft, figures, step and reviewers. */
export async function readRows(city: City, filter: RowFilter) {
  ensureMay(city, 'reporting.rows');
  const { month, page = 1, pageSize = wholeDistrict } = filter;
  const period = await getPeriod(city, month);
  const ids = await matching(city, period, filter);
  const shown = ids.slice((page - 1) * pageSize, page * pageSize);
  return {
    ...{ period: periodHead(city, period), today: city.today, steps: [...period.days.steps] },
    ...{ rows: await viewRows(city, period, shown), total: ids.length, page, pageSize },
  };
}

export async function viewRows(city: City, period: Period, ids: readonly string[]) {
  const { month } = period;
  const gathered = await gatherRows(city, month, ids);
  const plans = await planVersionsIn(city, yearOfMonth(month), [...ids]);
  const asked = new Set(
    (period.lock ? await reportRequests(city, month) : [])
      .filter(({ answer }) => answer === null)
      .map(({ subjectId }) => subjectId),
  );
  return gathered.map((one) => {
    const versions = plans.get(one.project.projectId) ?? [];
    const plan = versions.findLast(({ effectiveFrom }) => effectiveFrom <= month);
    return rowView(city, one, { period, plan, asked: asked.has(one.project.projectId) });
  });
}

/** The ids that a filter asks for, in the order of project numbers. */
async function matching(city: City, period: Period, filter: RowFilter): Promise<string[]> {
  const { month, districtId, state, mine, projectId } = filter;
  const inScope = await rowsInScope(city, period, districtId);
  const ids = projectId ? inScope.filter((id) => id === projectId) : inScope;
  const index = await projectIndex(city, yearOfMonth(month), ids);
  const ofDistrict = districtId ? index.filter(({ districts }) => districts[0]?.orgId === districtId) : index;
  const found = ofDistrict.map((one): string => one.projectId);
  if (!state && !mine) return found;
  const rows = new Map((await chainRows(city, month)).map((row) => [row.subjectId, row.state]));
  const first = firstStep(reportingRulesOf(city).steps);
  const holders = mine ? await subjectHolders(city, found) : new Map<string, readonly string[]>();
  const steps = new Map(period.days.steps.map((step) => [step.id, step.by]));
  return found.filter((id) => {
    const at = rows.get(id) ?? first;
    if (state && at !== state) return false;
    return !mine || waitsAt(city, steps.get(at), holders.get(id) ?? []);
  });
}

/** Who did what to a row, oldest first. */
export async function rowHistory(city: City, { month, id }: { month: Month; id: string }) {
  const { number, card, projectId } = await getProject(city, id as ProjectId);
  const holders = (await subjectHolders(city, [projectId])).get(projectId) ?? [];
  ensureMay(city, 'reporting.rows', { holders });
  const { steps } = reportingRulesOf(city);
  const entries = (await stepsOf(city, month, [projectId])).map((one) => ({
    ...{ stepId: one.step, stepName: one.step === afterLockStep ? '锁定之后' : stepName(steps, one.step) },
    ...{ act: one.act, by: one.name, onBehalfOf: one.onBehalfOf, number: one.reportNumber },
    ...{ reason: one.reason, at: one.at },
  }));
  return { number, name: card.name, entries };
}
