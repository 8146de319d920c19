import { audit, type City, ensureDifferentPerson, ensureNotSecret, findAccount } from '#access';
import { fileReport, type Report } from '#engines/indicators';
import { type Month, yearOfMonth } from '#kernel/month';
import { ensure, refuse } from '#kernel/refusal';
import '../refusals.ts';
import { authorsOf } from '../store/report-author.ts';
import { addReturn } from '../store/report-return.ts';
import { contradictionLines } from './find-contradictions.ts';
import { projectInReach } from './project-in-reach.ts';
import { differsInFigures, factsOf, reportView, wordsOf } from './report-facts.ts';
import { leaveTrace, outcomeOf, type SaveReport, standingReport } from './save-report.ts';
import { standingMonths } from './standing-months.ts';

type Seen = { readonly id: string; readonly month: Month; readonly reportNumber: number };

/** Sets a verified value beside the reported one, which stays as it was reported. */
export async function verifyReport(city: City, input: SaveReport & { readonly reportNumber: number }) {
  const { id, month, reportNumber, expectedNumber, correctionReason, ...given } = input;
  const view = await projectInReach(city, 'report.verify', id);
  const states = await standingMonths(city, id, yearOfMonth(month));
  const { reported, verified } = states.of(month);
  ensureSeen(reported, { id, month, reportNumber });
  await ensureNotFiller(city, reported);
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
  // The subject is locked by now: what stands here stands when this commits.
  ensureSeen(await standingReport(city, id, month, 'reported'), { id, month, reportNumber });
  const report = await standingReport(city, id, month, 'verified');
  const outcome = outcomeOf(filed);
  if (outcome !== 'unchanged') await leaveTrace(city, 'report.verify', view, report);
  const about = { view, states, receivedOn: reported.receivedOn, asksStartDate: reported.importId === null };
  return { outcome, report: reportView(report), contradictions: contradictionLines(month, facts, about) };
}

/** Sends the report back to whoever filled it; until it is corrected it stands as reported. */
export async function returnReport(city: City, { reason, ...seen }: Seen & { readonly reason: string }) {
  const { id, month, reportNumber } = seen;
  const view = await projectInReach(city, 'report.verify', id);
  const { reported } = (await standingMonths(city, id, yearOfMonth(month))).of(month);
  ensureSeen(reported, seen);
  await ensureNotFiller(city, reported);
  const why = reason.trim();
  ensureNotSecret({ text: why });
  const { accountId, name: by } = city.actor;
  const added = await addReturn(city.tx, {
    subjectId: id,
    month,
    number: reportNumber,
    reason: why,
    accountId,
    by,
  });
  if (!added) return;
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

/** By account and by person: two accounts of one person are one. Imports from before the audit name only the name. */
async function ensureNotFiller(city: City, { reportId, importId, recordedBy }: Report): Promise<void> {
  const { accountId, personId, name } = city.actor;
  const authors = await authorsOf(city.tx, importId ? [reportId, importId] : [reportId]);
  if (authors.length === 0) ensureDifferentPerson(name, recordedBy);
  for (const author of authors) {
    ensureDifferentPerson(accountId, author);
    if (personId) ensureDifferentPerson(personId, (await findAccount(city.tx, author))?.personId);
  }
}

function againOf(reported: Report, verified: Report | undefined): string | null {
  return verified && verified.recordedAt < reported.recordedAt
    ? `按第 ${reported.number} 次填报重新核定`
    : null;
}
