import type { City } from '#access';
import { lastDayOf } from '#kernel/month';
import { defineRefusals, ensure, refuse } from '#kernel/refusal';
import { dutyInMonth } from '../domain/duty-in-month.ts';
import { type AfterLock, type NewReport, noFacts, type Report, sameFacts } from '../domain/report.ts';
import { deferSums } from '../store/group-sums.ts';
import { addReports, type NewReportRow } from '../store/report-rows.ts';
import type { ReportedYear } from '../store/year-rows.ts';
import type { Counts, ReportImportResult } from './apply-report-import.ts';
import { holdMonth } from './hold-month.ts';
import { isCarriedOver } from './keep-rollups.ts';
import { reportRow } from './report-row.ts';

defineRefusals({
  'report.stale': { status: 409, text: '该月填报已被他人更新（第 {number} 次填报），请核对后再保存' },
  'report.correction_unexplained': { status: 422, text: '更正已填报的数据须写明原因' },
});

type Filing = {
  /** The number of the report the writer had in view, 0 for none. */
  readonly expectedNumber: number;
  readonly correctionReason?: string | null;
  readonly counts?: Counts;
  readonly afterLock?: AfterLock | null;
};

/** A filing as it was decided, not yet kept. */
type DecidedFiling = ReportImportResult & {
  /** What the sums of the subject's groups grow by; only verified reports of an open month move them. */
  readonly grow: { readonly reported: bigint; readonly actualFen: bigint } | undefined;
};

/** One report, filed or corrected by hand. If another stands by now, the save is refused and shows it. */
export async function fileReport(city: City, report: NewReport, filing: Filing): Promise<ReportImportResult> {
  const { year } = await holdMonth(city, report);
  const decided = decideFiling(report, year, filing);
  await keepFiling(city, report, decided);
  return decided;
}

/** As `fileReport`, of a month that is held, and nothing is written yet. */
export function decideFiling(
  report: NewReport,
  { reports, duties, lockedMonths }: ReportedYear,
  { expectedNumber, counts = 'reported', afterLock = null, ...given }: Filing,
): DecidedFiling {
  const { month, standing = 'reported' } = report;
  const isLocked = lockedMonths.includes(month);
  if (isLocked && !afterLock) refuse('report.month_locked', { month });
  const rows = reports.filter((row) => row.month === month);
  const latest = rows.findLast((row) => row.standing === standing);
  const verified = rows.findLast((row) => row.standing === 'verified');
  const number = latest?.number ?? 0;
  if (number !== expectedNumber) refuse('report.stale', { number, standing: latest, sent: report });
  const isKnown = latest !== undefined && !latest.withdrawn;
  const isSame = isKnown && sameFacts(latest, { ...noFacts, ...report });
  const correctionReason = given.correctionReason ?? afterLock?.reason ?? null;
  ensure(!isKnown || isSame || correctionReason, 'report.correction_unexplained');
  const occasion = { importId: null, correctionReason, afterLock };
  const fresh = isSame ? [] : [{ ...reportRow(report, occasion), number: number + 1 }];
  if (counts === 'verified' && standing === 'reported' && (!isSame || !verified || verified.withdrawn)) {
    const row = reportRow({ ...report, standing: 'verified' }, occasion);
    fresh.push({ ...row, number: (verified?.number ?? 0) + 1 });
  }
  const corrected = isKnown && !isSame;
  const counted = fresh.find((row) => row.standing === 'verified');
  const moves = counted && !isLocked && dutyInMonth(duties, month)?.owes;
  return {
    filed: corrected || isSame ? 0 : 1,
    corrected: corrected ? 1 : 0,
    unchanged: isSame ? 1 : 0,
    reports: fresh,
    grow: moves ? growth(verified, counted) : undefined,
  };
}

/** Keeps what was decided, with the sums of the groups its subject belongs to. */
export async function keepFiling(
  city: City,
  { subjectId, month }: NewReport,
  { reports, grow }: DecidedFiling,
): Promise<void> {
  if (grow && !isCarriedOver(city, subjectId))
    deferSums(city.tx, { subjectId, month, on: lastDayOf(month) }, grow);
  await addReports(city.tx, reports, city.actor.name);
}

function growth(before: Report | undefined, now: NewReportRow) {
  const reported = (row: NewReportRow | undefined) => (row && !row.withdrawn ? 1n : 0n);
  return {
    reported: reported(now) - reported(before),
    actualFen: (now.cumFen ?? 0n) - (before?.cumFen ?? 0n),
  };
}
