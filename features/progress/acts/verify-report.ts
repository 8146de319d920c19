import { audit, type City, ensureDifferentPerson, ensureNotSecret } from '#access';
import {
  differsInFigures,
  ensureNotFiller,
  ensureReviewable,
  factsOf,
  fileReport,
  lockChainRows,
  moveRows,
  type Report,
  relight,
  wordsOf,
} from '#engines/indicators';
import { type Month, yearOfMonth } from '#kernel/month';
import { ensure, refuse } from '#kernel/refusal';
import '../refusals.ts';
import { contradictionLines } from './find-contradictions.ts';
import { projectInReach, targetOf } from './project-in-reach.ts';
import { reportView } from './report-view.ts';
import { leaveTrace, outcomeOf, type SaveReport, standingReport } from './save-report.ts';
import { standingMonths } from './standing-months.ts';

type Seen = { readonly id: string; readonly month: Month; readonly reportNumber: number };

/** 核定 in the city: sets a verified value, which counts, beside the reported one, which stays as it was reported. */
export async function verifyReport(city: City, input: SaveReport & { readonly reportNumber: number }) {
  const { id, month, reportNumber, expectedNumber, correctionReason, ...given } = input;
  const view = await projectInReach(city, 'report.verify', id);
  const row = (await lockChainRows(city, month, [id])).get(id);
  const states = await standingMonths(city, id, yearOfMonth(month));
  const { reported, verified } = states.of(month);
  ensureSeen(reported, { id, month, reportNumber });
  if (row?.filledBy) ensureNotFiller(city, row);
  else ensureDifferentPerson(city.actor.name, reported.recordedBy);
  const facts = factsOf(given, reported);
  const reason = correctionReason?.trim() || null;
  ensure(reason || !differsInFigures(facts, reported), 'report.difference_unexplained');
  ensureNotSecret({ text: [wordsOf(facts), reason ?? ''].join('\n') });
  const filed = await fileReport(
    city,
    { ...facts, subjectId: id, month, standing: 'verified', receivedOn: city.today },
    // A report corrected by its filler is reason enough to verify it anew.
    { expectedNumber, correctionReason: reason ?? againOf(reported, verified) },
  );
  const report = await standingReport(city, id, month, 'verified');
  const outcome = outcomeOf(filed);
  if (outcome !== 'unchanged' || row?.state !== 'verified') {
    await moveRows(city, month, [{ subjectId: id, act: 'verify', reportNumber, reason }]);
    await leaveTrace(city, 'report.verify', view, report);
  }
  await relight(city, { month, subjectIds: [id] });
  const about = { view, states, receivedOn: reported.receivedOn, asksStartDate: reported.importId === null };
  return { outcome, report: reportView(report), contradictions: contradictionLines(month, facts, about) };
}

/** Sends the report back to whoever filled it; until it is corrected it stands as reported. */
export async function returnReport(city: City, { reason, ...seen }: Seen & { readonly reason: string }) {
  const { id, month, reportNumber } = seen;
  const view = await projectInReach(city, 'report.review', id);
  const row = (await lockChainRows(city, month, [id])).get(id);
  const { reported } = (await standingMonths(city, id, yearOfMonth(month))).of(month);
  ensureSeen(reported, seen);
  const why = reason.trim();
  ensureNotSecret({ text: why });
  if (row?.returned && row.reportNumber === reportNumber) return;
  const holders = (targetOf(view).holders ?? []).flatMap((holder) => holder ?? []);
  ensureReviewable(city, row, holders, 'any-step');
  await moveRows(city, month, [{ subjectId: id, act: 'return', reportNumber, reason: why }]);
  await audit(city, {
    action: 'report.return',
    object: 'report',
    objectId: reported.reportId,
    details: {
      projectId: id,
      project: view.number,
      name: view.card.name,
      month,
      number: reportNumber,
      reason: why,
    },
  });
}

function ensureSeen(reported: Report | undefined, { month, reportNumber }: Seen): asserts reported is Report {
  ensure(reported, 'report.nothing_to_verify', { month });
  const { number } = reported;
  if (number !== reportNumber)
    refuse('report.changed_since', { number, seen: reportNumber, standing: reportView(reported) });
}

function againOf(reported: Report, verified: Report | undefined): string | null {
  return verified && verified.recordedAt < reported.recordedAt
    ? `按第 ${reported.number} 次填报重新核定`
    : null;
}
