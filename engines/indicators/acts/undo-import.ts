import type { City } from '#access';
import { inTransaction } from '#db';
import { newId } from '#kernel/id';
import type { Month } from '#kernel/month';
import { defineRefusals, refuse } from '#kernel/refusal';
import { type PlanVersion, samePlan } from '../domain/plan.ts';
import { noFacts, type Report, sameFacts } from '../domain/report.ts';
import { readMonthLocks } from '../store/month-lock-rows.ts';
import {
  addPlanVersions,
  type NewPlanVersion,
  readLatestLitMonths,
  readPlansOfImport,
  readPlanVersions,
} from '../store/plan-rows.ts';
import { addReports, type NewReportRow, readReportRows, readReportsOfImport } from '../store/report-rows.ts';
import { keepRollups, wholeYear } from './keep-rollups.ts';
import { moveRows, type RowMove } from './move-rows.ts';

defineRefusals({
  'import.followed': {
    status: 409,
    text: '不能撤销：其后已有 {count} 项变更依据它作出（{first} 等），请先处理这些变更',
  },
});

/** A later fact that rests on what an undo would take away. */
export type Successor = {
  readonly subjectId: string;
  readonly kind: 'plan' | 'evaluation' | 'report' | 'lock';
  readonly period: string;
  readonly number: number | null;
};

/**
 * Takes back all plans and reports of an import by adding the facts that stood before it. Refused, naming them, where a
 * later plan or report stands on top (unless it says the same: what an earlier undo restored), or where a month was
 * evaluated by the plan: evaluated months are not relit.
 */
export async function undoImport(
  city: City,
  importId: string,
  reason: string,
): Promise<{ plans: number; reports: number }> {
  return inTransaction(city.tx, async () => {
    const plans = await undoPlans(city, importId, reason);
    const reports = await undoReports(city, importId, reason);
    return { plans, reports };
  });
}

async function undoPlans(city: City, importId: string, reason: string): Promise<number> {
  let undone = 0;
  const imported = await readPlansOfImport(city.tx, importId);
  for (const [year, ofYear] of Map.groupBy(imported, (one) => one.year)) {
    const subjectIds = ofYear.map(({ subjectId }) => subjectId);
    await keepRollups(city, subjectIds, wholeYear(year), async () => {
      const lit = await readLatestLitMonths(city.tx, subjectIds, year);
      const versions = Map.groupBy(await readPlanVersions(city.tx, subjectIds, year), (one) => one.subjectId);
      const pairs = ofYear.map((plan) => ({ plan, all: versions.get(plan.subjectId) ?? [] }));
      const followed = pairs.flatMap(({ plan, all }) => planSuccessors(plan, all, lit.get(plan.subjectId)));
      refuseFollowed(followed);
      const fresh = pairs.map(({ plan, all }) => planBefore(plan, all, reason, city.actor.name));
      await addPlanVersions(city.tx, fresh, city.actor.name);
      undone += fresh.length;
    });
  }
  return undone;
}

function planSuccessors(plan: PlanVersion, all: readonly PlanVersion[], lit: Month | undefined): Successor[] {
  const { subjectId, year } = plan;
  const latest = all.at(-1);
  const restored = latest && latest.kind !== 'withdrawal' && samePlan(latest, plan);
  const later = restored ? [] : all.filter(({ number }) => number > plan.number);
  const successors: Successor[] = later.map(({ number }) => ({
    subjectId,
    kind: 'plan',
    period: String(year),
    number,
  }));
  if (lit === undefined || lit < plan.effectiveFrom) return successors;
  return [...successors, { subjectId, kind: 'evaluation', period: lit, number: null }];
}

function planBefore(
  plan: PlanVersion,
  all: readonly PlanVersion[],
  reason: string,
  approver: string,
): NewPlanVersion {
  const before = all.findLast(({ number }) => number < plan.number);
  const restored = before && before.kind !== 'withdrawal' ? before : undefined;
  const { recordedAt: _at, recordedBy: _by, ...kept } = plan;
  return {
    ...kept,
    planId: newId<'plan'>(),
    number: (all.at(-1)?.number ?? plan.number) + 1,
    kind: restored ? 'revision' : 'withdrawal',
    monthsFen: restored?.monthsFen ?? Array(12).fill(null),
    totalFen: restored?.totalFen ?? null,
    reason,
    approver,
    source: null,
    importId: null,
  };
}

async function undoReports(city: City, importId: string, reason: string): Promise<number> {
  const imported = await readReportsOfImport(city.tx, importId);
  if (imported.length === 0) return 0;
  const subjectIds = [...new Set(imported.map(({ subjectId }) => subjectId))];
  const months = imported.map(({ month }) => month).toSorted();
  const window = { first: months[0] as Month, last: months.at(-1) as Month };
  return keepRollups(city, subjectIds, window, async () => {
    const fresh: NewReportRow[] = [];
    const followed: Successor[] = [];
    for (const rows of Map.groupBy(await readReportRows(city.tx, imported), keyOf).values()) {
      const last = rows.findLast((row) => row.importId === importId) as Report;
      const latest = rows.at(-1) as Report;
      const restored = !latest.withdrawn && sameFacts(latest, last);
      const later = restored ? [] : rows.filter(({ number }) => number > last.number);
      for (const { subjectId, month, number } of later)
        followed.push({ subjectId, kind: 'report', period: month, number });
      fresh.push({ ...reportBefore(rows, importId, last, reason), number: latest.number + 1 });
    }
    refuseFollowed([...followed, ...(await lockedSince(city, imported))]);
    await addReports(city.tx, fresh, city.actor.name);
    await settleRows(city, fresh, reason);
    return new Set(fresh.map(({ subjectId, month }) => `${subjectId} ${month}`)).size;
  });
}

/** A row whose report was taken back waits for filling again; one with a verified report from before stands by it. */
async function settleRows(city: City, fresh: readonly NewReportRow[], reason: string): Promise<void> {
  for (const [month, ofMonth] of Map.groupBy(fresh, (row) => row.month)) {
    const bySubject = [...Map.groupBy(ofMonth, ({ subjectId }) => subjectId)];
    const moves = bySubject.map(([subjectId, rows]): RowMove => {
      const verified = rows.find(({ standing }) => standing === 'verified');
      const reported = rows.find(({ standing }) => standing === 'reported');
      const act = verified && !verified.withdrawn ? 'verify' : 'return';
      const reportNumber = reported && !reported.withdrawn ? reported.number : null;
      return { subjectId, act, reportNumber, reason: `导入已撤销：${reason}` };
    });
    await moveRows(city, month, moves);
  }
}

/** The day of receipt is that of what is taken back: also an earlier as-of day must no longer see it. */
function reportBefore(
  rows: readonly Report[],
  importId: string,
  last: Report,
  reason: string,
): Omit<NewReportRow, 'number'> {
  const before = rows.findLast(({ number, importId: from }) => number < last.number && from !== importId);
  const {
    supersededBy: _next,
    number: _number,
    recordedAt: _at,
    recordedBy: _by,
    ...kept
  } = before ?? { ...last, ...noFacts };
  return {
    ...kept,
    reportId: newId<'report'>(),
    withdrawn: before?.withdrawn ?? true,
    receivedOn: last.receivedOn,
    importId: null,
    correctionReason: reason,
  };
}

/** A locked month was published with these reports. */
async function lockedSince(city: City, reports: readonly Report[]): Promise<Successor[]> {
  const locked = new Set((await readMonthLocks(city.tx)).map(({ month }) => month));
  return reports
    .filter((one) => locked.has(one.month) && one.afterLock === null)
    .map(({ subjectId, month }) => ({ subjectId, kind: 'lock', period: month, number: null }));
}

function refuseFollowed(followed: readonly Successor[]): void {
  const first = followed[0];
  if (first) refuse('import.followed', { count: followed.length, first: first.period, followed });
}

function keyOf({ subjectId, month, standing }: Report): string {
  return `${subjectId} ${month} ${standing}`;
}
