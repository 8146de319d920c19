import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import type { InputOf } from '#http';
import { ensure, refuse } from '#kernel/refusal';
import type { decideCarryOver as route } from '../contract.ts';
import { proposeDecision } from '../domain/carry-over.ts';
import { addDecisions, lockYearEnd, readDecisions, readOpenings } from '../store/year-end.ts';
import { yearEnd } from './year-end.ts';

/** What becomes of each project, with its reason; the proposal of the moment is kept beside it. */
export async function decideCarryOver(city: City, { year, decisions }: InputOf<typeof route>) {
  ensureMay(city, 'carry-over.decide', {});
  await lockYearEnd(city.tx);
  const ended = new Map(
    (await yearEnd(city, year)).ended.map((one) => [one.project.projectId as string, one]),
  );
  const known = await readDecisions(city.tx, year);
  const openings = await readOpenings(city.tx, year);
  ensureNotSecret({ text: decisions.map(({ reason }) => reason).join('\n') });
  const last = new Map(decisions.map((one) => [one.projectId as string, one]));
  const fresh = [...last.values()].flatMap(({ projectId, decision, reason, expectedNumber }) => {
    const one = ended.get(projectId) ?? refuse('year.not_in_year', { year });
    const { name } = one.project;
    const before = known.get(projectId);
    const why = reason.trim();
    ensure(why, 'year.reason_missing', { name });
    ensure((before?.number ?? 0) === expectedNumber, 'year.decision_changed', { name });
    if (before?.decision === decision && before.reason === why) return [];
    ensure(!openings.has(projectId), 'year.already_approved', { name });
    return [
      {
        ...{
          projectId,
          number: expectedNumber + 1,
          decision,
          reason: why,
          proposal: proposeDecision(one.end).decision,
        },
        ...{ by: city.actor.name, byAccount: city.actor.accountId },
      },
    ];
  });
  await addDecisions(city.tx, year, fresh);
  if (fresh.length > 0) {
    await audit(city, {
      action: 'carry-over.decide',
      object: 'year',
      objectId: String(year),
      details: {
        decisions: fresh.map(({ projectId, decision, reason }) => ({ projectId, decision, reason })),
      },
    });
  }
  return { saved: fresh.length };
}
