import { audit, type City, ensureNotSecret } from '#access';
import {
  fileReport,
  type Report,
  type ReportFacts,
  type ReportStanding,
  reportsOf,
} from '#engines/indicators';
import type { ProjectView } from '#engines/registry';
import { type Month, yearOfMonth } from '#kernel/month';
import { monthOf } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import '../refusals.ts';
import { contradictionLines } from './find-contradictions.ts';
import { projectInReach } from './project-in-reach.ts';
import { factsOf, type GivenFacts, reportView, sameFacts, wordsOf } from './report-facts.ts';
import { type MonthState, standingMonths } from './standing-months.ts';

export type SaveReport = GivenFacts & {
  readonly id: string;
  readonly month: Month;
  readonly expectedNumber: number;
  readonly correctionReason?: string | null | undefined;
};

/** Reports a project's month, or corrects it. Light and sums: sums with it, the light at the next evaluation. */
export async function saveReport(city: City, input: SaveReport) {
  const { id, month, expectedNumber, correctionReason, ...given } = input;
  const view = await projectInReach(city, 'report.fill', id);
  ensure(month <= monthOf(city.today), 'report.month_ahead', { month });
  const states = await standingMonths(city, id, yearOfMonth(month));
  const state = states.of(month);
  ensureOwed(state, month);
  const facts = statedFacts(city, given, state.reported);
  const reason = correctionReason?.trim() || answerTo(state);
  ensureNotSecret({ text: [wordsOf(facts), reason ?? ''].join('\n') });
  const filed = await fileReport(
    city,
    { ...facts, subjectId: id, month, receivedOn: city.today },
    { expectedNumber, correctionReason: reason },
  );
  const report = await standingReport(city, id, month, 'reported');
  const outcome = outcomeOf(filed);
  if (outcome !== 'unchanged') await leaveTrace(city, 'report.fill', view, report);
  const about = { view, states, receivedOn: city.today, asksStartDate: true };
  return { outcome, report: reportView(report), contradictions: contradictionLines(month, facts, about) };
}

/** Name and day are filled in; the same figures sent again on another day are no correction. */
function statedFacts(
  { actor, today }: City,
  given: GivenFacts,
  before: ReportFacts | undefined,
): ReportFacts {
  const again = before && factsOf({ reporter: before.reporter, reportedOn: before.reportedOn, ...given });
  if (again && sameFacts(again, before)) return again;
  return factsOf({ reporter: actor.name, reportedOn: today, ...given });
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
  { projectId, number: project, card }: ProjectView,
  { reportId, month, number, monthFen, cumFen, correctionReason }: Report,
): Promise<void> {
  await audit(city, {
    action,
    object: 'report',
    objectId: reportId,
    details: { projectId, project, name: card.name, month, number, monthFen, cumFen, correctionReason },
  });
}
