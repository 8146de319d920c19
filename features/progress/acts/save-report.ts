import { audit, type City, ensureNotSecret, may } from '#access';
import {
  decideFiling,
  type GivenFacts,
  holdMonth,
  keepFiling,
  moveRows,
  periodOfMonth,
  type Report,
  type ReportImportResult,
  type ReportStanding,
  relightOne,
  reportingRulesOf,
  reportsOf,
  ruleSetToUse,
  statedFacts,
  wordsOf,
} from '#engines/indicators';
import type { ProjectBrief } from '#engines/registry';
import { type Month, yearOfMonth } from '#kernel/month';
import { monthOf } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import '../refusals.ts';
import { contradictionLines } from './find-contradictions.ts';
import { projectInReach } from './project-in-reach.ts';
import { reportView } from './report-view.ts';
import { type MonthState, yearStates } from './standing-months.ts';

export type SaveReport = GivenFacts & {
  readonly id: string;
  readonly month: Month;
  readonly expectedNumber: number;
  readonly correctionReason?: string | null | undefined;
};

/**
 * Reports a project's month, or corrects it, and sends it on to the next step. What the coordinating office files
 * counts as verified: sums, and the light of a month evaluated and not locked, with it.
 */
export async function saveReport(city: City, input: SaveReport) {
  const { id, month, expectedNumber, correctionReason, ...given } = input;
  const counts = may(city.actor, 'report.verify', {}) ? 'verified' : 'reported';
  const [view, { row, year }, rules] = await Promise.all([
    projectInReach(city, 'report.fill', id),
    holdMonth(city, { subjectId: id, month }),
    counts === 'verified' ? ruleSetToUse(city, city.today) : undefined,
  ]);
  ensure(month <= monthOf(city.today), 'report.month_ahead', { month });
  const period = periodOfMonth(reportingRulesOf(city), month);
  ensure(period === month, 'report.joined', { month, with: period });
  const states = yearStates(year.reports, year.duties, year.steps);
  const state = states.of(month);
  ensureOwed(state, month);
  const facts = statedFacts(given, state.reported, { name: city.actor.name, on: city.today });
  const reason = correctionReason?.trim() || answerTo(state);
  ensureNotSecret({ text: [wordsOf(facts), reason ?? ''].join('\n') });
  const filing = { ...facts, subjectId: id, month, receivedOn: city.today };
  const decided = decideFiling(filing, year, { expectedNumber, correctionReason: reason, counts });
  const report = asFiled(city, decided) ?? state.reported;
  if (!report) throw new Error(`No report of ${id} for ${month}, and none to file`);
  const isMoved = decided.reports.length > 0 || state.returned !== undefined;
  const act = counts === 'verified' ? 'verify' : 'submit';
  const onBehalfOf = view.detail?.company ?? null;
  const move = { subjectId: id, act, reportNumber: report.number, onBehalfOf, reason } as const;
  // In this order: the light is made from the report, and is asked for behind it.
  await Promise.all([
    keepFiling(city, filing, decided),
    isMoved && moveRows(city, month, [move], new Map(row && [[id, row]])),
    isMoved && leaveTrace(city, 'report.fill', view, report),
    rules && relightOne(city, { month, subjectId: id }, rules),
  ]);
  const about = { view, states, receivedOn: city.today, asksStartDate: true };
  return {
    outcome: outcomeOf(decided),
    report: reportView(report),
    contradictions: contradictionLines(month, facts, about),
  };
}

/** The report just written, as it will be read. */
function asFiled(city: City, { reports }: ReportImportResult): Report | undefined {
  const row = reports.find(({ standing }) => standing === 'reported');
  return row && { ...row, supersededBy: null, recordedAt: city.now, recordedBy: city.actor.name };
}

/** Who answers a returned report need not explain a second time why. */
function answerTo({ returned }: MonthState): string | null {
  return returned ? `退回更正：${returned.reason}` : null;
}

export function ensureOwed({ duty }: MonthState, month: Month): void {
  ensure(duty?.owes, 'report.not_owed', { month, reason: duty?.reason ?? '未列入该年度清单' });
}

export function outcomeOf({ filed, corrected }: { filed: number; corrected: number }) {
  if (filed > 0) return 'filed' as const;
  return corrected > 0 ? ('corrected' as const) : ('unchanged' as const);
}

export async function standingReport(
  city: City,
  subjectId: string,
  month: Month,
  standing: ReportStanding,
): Promise<Report> {
  const reports = await reportsOf(city, subjectId, yearOfMonth(month));
  const report = reports.findLast((one) => one.month === month && one.standing === standing);
  if (!report) throw new Error(`No ${standing} report of ${subjectId} for ${month} after filing it`);
  return report;
}

export async function leaveTrace(
  city: City,
  action: 'report.fill' | 'report.verify',
  { projectId, number: project, card }: ProjectBrief,
  { reportId, month, number, monthFen, cumFen, correctionReason }: Report,
): Promise<void> {
  await audit(city, {
    action,
    object: 'report',
    objectId: reportId,
    details: { projectId, project, name: card.name, month, number, monthFen, cumFen, correctionReason },
  });
}
